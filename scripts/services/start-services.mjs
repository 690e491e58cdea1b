// @ts-check
import { findProgram } from "./programs.mjs"
import { startPgBouncer } from "./pgbouncer.mjs"
import { startRedis } from "./redis.mjs"

/**
 * @typedef {object} Services
 * @property {NodeJS.ProcessEnv} env where they are: REDIS_URL, PGBOUNCER_PORT
 * @property {{ name: string, why: string }[]} missing
 * @property {() => Promise<void>} stop
 */

/**
 * Redis, and PgBouncer before the Postgres of the environment (DB_HOST and so on), as far as they are to be had.
 *
 * @param {string} clone
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Services>}
 */
export async function startServices(clone, env) {
  const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = env
  /** @type {Services} */
  const services = {
    env: {},
    missing: [],
    stop: async () => void (await Promise.all(stops.map((stop) => stop()))),
  }
  /** @type {(() => Promise<void>)[]} */
  const stops = []

  const redis = await findProgram("redis-server", clone, env)
  if ("missing" in redis) services.missing.push({ name: "Redis", why: redis.missing })
  else {
    const { url, stop } = await startRedis(redis.program)
    stops.push(stop)
    services.env.REDIS_URL = url
  }

  const pgbouncer = await findProgram("pgbouncer", clone, env)
  if ("missing" in pgbouncer) services.missing.push({ name: "PgBouncer", why: pgbouncer.missing })
  else {
    const postgres = { host: DB_HOST, port: DB_PORT, user: DB_USERNAME, password: DB_PASSWORD }
    const { port, stop } = await startPgBouncer(pgbouncer.program, postgres)
    stops.push(stop)
    services.env.PGBOUNCER_PORT = String(port)
  }
  return services
}
