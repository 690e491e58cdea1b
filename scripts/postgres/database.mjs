// @ts-check
import { codeOf, Problem } from "../process/problem.mjs"

/** @typedef {import("pg").Client} Client */

const STARTING_UP = "57P03"

/**
 * @param {string} url
 * @param {string} [name] what the error calls it
 * @param {number} [patience] seconds for a server that recovers from a crash
 * @returns {Promise<Client>}
 */
export async function connect(url, name = "DATABASE_URL", patience = 60) {
  // Imported late: on a bare clone there is no package yet when this file is loaded.
  const { default: pg } = await import("pg")
  requireDatabaseUrl(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A server that goes away is noticed by the next query; unheard, the event would end this process.
  client.on("error", () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    if (codeOf(error) === STARTING_UP && patience > 0) {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return connect(url, name, patience - 1)
    }
    const where = `host ${client.host}, port ${client.port}, database ${client.database}`
    throw new Problem(`${name} (${where}) ${reason(error, client)}`)
  }
}

/**
 * @template T
 * @param {string} url
 * @param {(client: Client) => Promise<T>} use
 * @param {string} [name]
 * @returns {Promise<T>}
 */
export async function withDatabase(url, use, name) {
  const client = await connect(url, name)
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/**
 * @param {import("./start-postgres.mjs").Postgres} postgres
 * @param {string} name
 */
export async function ensureDatabase(postgres, name) {
  /** @param {Client} client */
  const create = async (client) => {
    const found = await client.query("select from pg_database where datname = $1", [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  }
  await withDatabase(postgres.url("postgres"), create, "The embedded Postgres")
}

/** @param {string} url */
export function requireDatabaseUrl(url) {
  let protocol
  try {
    protocol = new URL(url).protocol
  } catch {
    protocol = undefined
  }
  if (protocol === "postgres:" || protocol === "postgresql:") return
  // The value is not repeated: a mistyped one may well hold a password.
  throw new Problem("DATABASE_URL is no Postgres URL: write postgres://user:password@host:port/database.")
}

/**
 * @param {unknown} error
 * @param {Client} client
 */
function reason(error, client) {
  const code = codeOf(error)
  if (code === "3D000") return `does not exist: create it, for example with createdb ${client.database}.`
  if (code === "28P01" || code === "28000")
    return `refuses user ${client.user}: check user, password and SSL.`
  if (code === "ECONNREFUSED")
    return "is not reached: nothing listens there. Start that Postgres or correct the URL."
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return "is not reached: there is no such host. Correct the URL."
  const message = error instanceof Error ? error.message : String(error)
  return `is not reached (${client.password ? message.replaceAll(String(client.password), "***") : message}).`
}
