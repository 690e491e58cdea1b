// A process of its own that does nothing but drain with the built plugin, until it is killed.
const path = require("node:path")
const { ModulesSdkUtils } = require("@medusajs/framework/utils")

const built = path.resolve(__dirname, "../../.medusa/server/src")
const { Drainer } = require(path.join(built, "modules/availability/drain/drainer.js"))
const { parseOptions } = require(path.join(built, "options.js"))

const connection = ModulesSdkUtils.createPgConnection({ clientUrl: process.argv[2] })
const complain = (text) => process.stderr.write(`${text}\n`)
const logger = { debug() {}, info() {}, warn: complain, error: complain }
const eventBus = { emit: async (events) => void process.send(events.length) }

// Small batches, so that a kill falls between and into many of them.
const options = parseOptions({ batch_size: 7, poll_interval_ms: 20 })
new Drainer({ connection, eventBus, logger, options }).start()
process.once("disconnect", () => process.exit())
// The drain's own timers keep nothing alive.
setInterval(() => undefined, 1_000)
process.send("ready")
