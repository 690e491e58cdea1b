// @ts-check
import { join } from "node:path"
import { withDatabase } from "../postgres/database.mjs"
import { freePort } from "../process/ports.mjs"
import { ownPlace } from "./own-place.mjs"
import { runToEnd } from "./run-to-end.mjs"
import { startService } from "./start-service.mjs"

/** Fewer server connections than clients, so that a client really gets another one for its next transaction. */
const SERVER_CONNECTIONS = 20

/**
 * PgBouncer in transaction mode before a Postgres, for each of its databases, on a free port of 127.0.0.1. It knows
 * no prepared statements, which Debian's does not either. Stopped with this process.
 *
 * @param {import("./programs.mjs").Program} program
 * @param {{ host: string, port: number | string, user: string, password: string }} postgres
 * @returns {Promise<{ host: string, port: number, stop: () => Promise<void> }>}
 */
export async function startPgBouncer(program, postgres) {
  const port = await freePort()
  const quoted = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`
  const settings = {
    ...{ listen_addr: "127.0.0.1", listen_port: port, unix_socket_dir: "" },
    ...{ auth_type: "scram-sha-256", auth_file: "users" },
    ...{ pool_mode: "transaction", max_client_conn: 400, default_pool_size: SERVER_CONNECTIONS },
    ...((await versionOf(program)) >= 1.21 && { max_prepared_statements: 0 }),
  }
  const own = ownPlace({
    "pgbouncer.ini": [
      ...["[databases]", `* = host=${postgres.host} port=${postgres.port}`, "[pgbouncer]"],
      ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
      "",
    ].join("\n"),
    users: `${quoted(postgres.user)} ${quoted(postgres.password)}\n`,
  })
  const login = `${encodeURIComponent(postgres.user)}:${encodeURIComponent(postgres.password)}`
  const url = `postgres://${login}@localhost:${port}/postgres`
  const stop = await startService("PgBouncer", program, {
    own,
    args: [join(own.place, "pgbouncer.ini")],
    isReady: () =>
      withDatabase(url, async (client) => (await client.query("select true")).rowCount === 1).catch(
        () => false
      ),
  })
  return { host: "localhost", port, stop }
}

/** @param {import("./programs.mjs").Program} program */
async function versionOf({ path, env }) {
  const { output } = await runToEnd(path, ["--version"], { cwd: "/", env: { ...process.env, ...env } })
  const [, major = "0", minor = "0"] = output.match(/PgBouncer (\d+)\.(\d+)/) ?? []
  return Number(`${major}.${minor.padStart(2, "0")}`)
}
