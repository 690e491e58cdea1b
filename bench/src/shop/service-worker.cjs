// @ts-check
/*
 * A process with the services and workflows of a shop, run by `medusa exec` in a shop with the plugin or without.
 * Each message asks for calls, so many at a time; the answer says how long each took and what became of it.
 */
const { createReservationsWorkflow, updateInventoryLevelsWorkflow } = require("@medusajs/medusa/core-flows")

/**
 * @typedef {object} Work
 * @property {string} method one of core's inventory service, or of those below
 * @property {unknown[][]} calls the arguments of each
 * @property {number} clients
 * @property {number} [seconds] goes through the calls again and again for so long; none = once
 * @property {boolean} [answers] tells what the calls answered, too
 * @property {{ method: string, args: unknown[] }} [beside] done meanwhile, and for as long as it takes are the calls
 *
 * @typedef {object} Done
 * @property {number[]} times milliseconds of the calls that were granted
 * @property {number} refused for want of stock
 * @property {number} timed_out
 * @property {string[]} errors anything else
 * @property {number} elapsed_ms
 * @property {unknown[]} [answers]
 * @property {number} [beside_ms] how long took what was done meanwhile
 */

/** @param {{ container: import("@medusajs/framework/types").MedusaContainer }} shop */
module.exports.default = async function serve({ container }) {
  /** @type {Record<string, any>} */
  const inventory = container.resolve("inventory")
  /** @type {Record<string, any>} */
  const truestock = container.resolve("inventory_management", { allowUnregistered: true })
  /** @type {Record<string, any>} */
  const distributor = container.resolve("distributor", { allowUnregistered: true })
  const connection = container.resolve("__pg_connection__")

  /** @type {Record<string, (...args: any[]) => Promise<unknown>>} */
  const methods = {
    reserve: (...reservations) => createReservationsWorkflow(container).run({ input: { reservations } }),
    updateLevels: (...updates) => updateInventoryLevelsWorkflow(container).run({ input: { updates } }),
    "truestock.createReservation": (given) => truestock.createReservation(given),
    "truestock.holdAndConfirm": async (line) =>
      truestock.confirmReservation((await truestock.createReservation(line)).id),
    "truestock.adjustInventory": (rows, options) => truestock.adjustInventory(rows, options),
    "truestock.tidyHolds": () => truestock.tidyHolds(),
    "truestock.keepSnapshots": () => truestock.keepSnapshots(),
    "truestock.report": async (name, given) => {
      // Times do not travel between processes as such.
      const asked = { ...given }
      for (const time of ["date", "from"]) if (asked[time]) asked[time] = new Date(asked[time])
      return (await (name ? truestock.readReport(name, asked) : truestock.generateReport(asked))).totals
    },
    "truestock.setUpDistributor": (source) =>
      require("medusa-plugin-truestock/workflows/distributor/set-up-distributor").setUpDistributor(
        container,
        source
      ),
    "truestock.distributorRun": async (asked) => distributor.doRun((await distributor.requestRun(asked)).id),
    sql: (statement, bindings) => connection.raw(statement, bindings),
  }
  /** @param {string} method @param {any[]} args @returns {Promise<unknown>} */
  const call = (method, args) => (methods[method] ?? inventory[method].bind(inventory))(...args)

  /** @param {Work} work @returns {Promise<Done>} */
  const perform = async ({ method, calls, clients, seconds, answers, beside }) => {
    /** @type {Done} */
    const done = { times: [], refused: 0, timed_out: 0, errors: [], elapsed_ms: 0 }
    const began = performance.now()
    let next = 0
    let isMeanwhile = beside !== undefined
    const isRepeated = seconds !== undefined || beside !== undefined
    const isOver = () =>
      isRepeated ? !isMeanwhile && performance.now() - began >= (seconds ?? 0) * 1000 : next >= calls.length
    const client = async () => {
      while (!isOver()) {
        const args = calls[next++ % calls.length] ?? []
        const sent = performance.now()
        try {
          const answer = await call(method, args)
          if (answers) (done.answers ??= []).push(answer)
          done.times.push(performance.now() - sent)
        } catch (error) {
          note(done, /** @type {Error} */ (error).message)
        }
      }
    }
    const meanwhile = async () => {
      if (!beside) return
      await call(beside.method, beside.args).catch((error) => note(done, error.message))
      done.beside_ms = performance.now() - began
      isMeanwhile = false
    }
    await Promise.all([meanwhile(), ...Array.from({ length: clients }, client)])
    return { ...done, elapsed_ms: performance.now() - began }
  }

  const gone = new Promise((resolve) => process.once("disconnect", resolve))
  process.on("message", async (/** @type {Work} */ work) => process.send?.(await perform(work)))
  process.send?.("ready")
  await gone
}

/** @param {Done} done @param {string} message */
function note(done, message) {
  if (/not enough stock|insufficient inventory/i.test(message)) done.refused++
  else if (/timed?.?out|timeout/i.test(message)) done.timed_out++
  else done.errors.push(message)
}
