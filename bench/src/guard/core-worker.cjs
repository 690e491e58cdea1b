// @ts-check
/*
 * A process with core's inventory service and workflows, run by `medusa exec` in a shop with the plugin or without.
 * Each message asks for calls, so many at a time; the answer says how long each took and what became of it.
 */
const { createReservationsWorkflow } = require("@medusajs/medusa/core-flows")

/**
 * @typedef {object} Work
 * @property {string} method one of the inventory service, or "reserve" for core's workflow
 * @property {unknown[][]} calls the arguments of each
 * @property {number} clients
 *
 * @typedef {object} Done
 * @property {number[]} times milliseconds of the calls that were granted
 * @property {number} refused for want of stock, in core's own words
 * @property {number} timed_out
 * @property {string[]} errors anything else
 */

/** @param {{ container: import("@medusajs/framework/types").MedusaContainer }} shop */
module.exports.default = async function serve({ container }) {
  /** @type {Record<string, any>} */
  const inventory = container.resolve("inventory")
  /** @type {(method: string, args: any[]) => Promise<unknown>} */
  const call = (method, args) =>
    method === "reserve"
      ? createReservationsWorkflow(container).run({ input: { reservations: args } })
      : inventory[method](...args)

  /** @param {Work} work @returns {Promise<Done>} */
  const perform = async ({ method, calls, clients }) => {
    /** @type {Done} */
    const done = { times: [], refused: 0, timed_out: 0, errors: [] }
    const waiting = [...calls]
    const client = async () => {
      for (let args = waiting.shift(); args; args = waiting.shift()) {
        const began = performance.now()
        try {
          await call(method, args)
          done.times.push(performance.now() - began)
        } catch (error) {
          note(done, /** @type {Error} */ (error).message)
        }
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
    return done
  }

  const gone = new Promise((resolve) => process.once("disconnect", resolve))
  process.on("message", async (/** @type {Work} */ work) => process.send?.(await perform(work)))
  process.send?.("ready")
  await gone
}

/** @param {Done} done @param {string} message */
function note(done, message) {
  if (/not enough stock/i.test(message)) done.refused++
  else if (/timed?.?out|timeout/i.test(message)) done.timed_out++
  else done.errors.push(message)
}
