// A process of its own that asks the built service for whatever it is told, all at once, until it is killed.
const path = require("node:path")
const { ModulesSdkUtils } = require("@medusajs/framework/utils")

const built = path.resolve(__dirname, "../../.medusa/server/src")
const { default: Service } = require(path.join(built, "modules/inventory_management/service.js"))
const { sendTogether } = require(path.join(built, "modules/inventory_management/send-together.js"))
const { parseOptions } = require(path.join(built, "options.js"))

const connection = ModulesSdkUtils.createPgConnection({
  clientUrl: process.argv[2],
  pool: { min: 0, max: 8 },
})
// What it is asked needs a connection and options; the loops and events of a whole module stay out of it.
const stock = Object.assign(Object.create(Service.prototype), {
  ...{ connection, options: parseOptions({}) },
  sendReservations: sendTogether(connection),
})

process.on("message", async ({ method, calls }) => {
  const ends = await Promise.allSettled(calls.map((args) => stock[method](...args)))
  process.send(
    ends.map(({ value, reason }) => (reason ? { refused: reason.code ?? reason.message } : { done: value }))
  )
})
process.once("disconnect", () => process.exit())
process.send("ready")
