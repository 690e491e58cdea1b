// @ts-check
/*
 * A process that does nothing but drain, so that its memory is the drain's and not a shop's. Plain JavaScript: a
 * compiler in the same process would count too. Says "ready", and answers every "report" with the samples since
 * the last one.
 */
import { createRequire } from "node:module"
import process from "node:process"
import { setInterval } from "node:timers"

const [plugin, databaseUrl] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const { ModulesSdkUtils } = require("@medusajs/framework/utils")
const { Drainer } = require(`${plugin}/modules/availability/drain/drainer.js`)
const { parseOptions } = require(`${plugin}/options.js`)

const SAMPLE_MS = 50
const connection = ModulesSdkUtils.createPgConnection({ clientUrl: databaseUrl })
const logger = { info() {}, warn: complain, error: complain }
// Whoever subscribes is not part of the drain.
const eventBus = { emit: async () => undefined }

/** @type {number[]} */
let samples = []
setInterval(() => samples.push(process.memoryUsage.rss()), SAMPLE_MS)

process.on("message", (message) => {
  if (message !== "report") return
  process.send?.(samples)
  samples = []
})
process.once("disconnect", () => process.exit())
process.once("SIGTERM", async () => {
  await drainer.stop()
  await connection.destroy()
  process.exit()
})

const drainer = new Drainer({ connection, eventBus, logger, options: parseOptions({}) })
drainer.start()
process.send?.("ready")

/** @param {string} text */
function complain(text) {
  process.stderr.write(`${text}\n`)
}
