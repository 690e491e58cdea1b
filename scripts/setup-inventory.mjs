// @ts-check
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { buildPlugin } from "./bookstore/build.mjs"
import { bookstoreEnvironment } from "./bookstore/environment.mjs"
import { bookstoreDir, pluginDir, stateDir } from "./paths.mjs"
import { withDatabase } from "./postgres/database.mjs"
import { start } from "./process/child.mjs"
import { Problem } from "./process/problem.mjs"
import { runMain, shutdownOnSignals } from "./process/shutdown.mjs"

/** `npm run setup:inventory [-- --dry-run]`: `truestock setup-inventory` in the bookstore, beside a running `npm start`. */

shutdownOnSignals((signal) => (signal === "SIGINT" ? 130 : 143))

await runMain(async () => {
  const databaseUrl = process.env.DATABASE_URL ?? demoDatabase()
  await withDatabase(databaseUrl, (client) => client.query("select 1"), "The bookstore's database")
  await buildPlugin()
  const truestock = join(pluginDir, "bin", "truestock.js")
  const args = [truestock, "--shop", bookstoreDir, "setup-inventory", ...process.argv.slice(2)]
  const env = bookstoreEnvironment({ databaseUrl, port: Number(process.env.PORT ?? 9000) })
  return (await start(process.execPath, args, { env }).exited).code ?? 2
})

/** @returns {string} */
function demoDatabase() {
  const demo = join(stateDir, "demo.json")
  if (existsSync(demo)) return JSON.parse(readFileSync(demo, "utf8")).database_url
  throw new Problem("There is no bookstore yet: run npm start, leave it open, and run this beside it.")
}
