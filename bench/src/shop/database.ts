import { requireDatabaseUrl, withDatabase } from "../../../scripts/postgres/database.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { onShutdown } from "../../../scripts/process/shutdown.mjs"

/**
 * An empty database beside the one of the URL, dropped at the end whatever happens. Nothing is ever written to the
 * URL's own database: it may be a real one.
 */
export async function throwAwayDatabase(serverUrl: string | undefined, purpose: string) {
  if (!serverUrl) {
    throw new Problem("DATABASE_URL is not set: start a benchmark with npm run bench.")
  }
  requireDatabaseUrl(serverUrl)
  const name = `truestock_bench_${purpose}_${process.pid}`
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const drop = () =>
    withDatabase(serverUrl, async (client) => {
      await client.query(`drop database if exists "${name}" with (force)`)
    })
  const forget = onShutdown(drop)
  await withDatabase(serverUrl, (client) => client.query(`create database "${name}"`))
  return {
    url: url.href,
    drop: async () => {
      forget()
      await drop()
    },
  }
}
