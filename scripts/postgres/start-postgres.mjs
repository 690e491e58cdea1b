// @ts-check
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../process/ports.mjs"
import { onShutdown } from "../process/shutdown.mjs"
import { openCluster, startCluster, stopCluster } from "./cluster.mjs"

/**
 * @typedef {object} Postgres
 * @property {string} host
 * @property {number} port
 * @property {string} user
 * @property {string} password
 * @property {(database: string) => string} url
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the Postgres that lives in a place, or takes over the one that an interrupted start left running.
 * It is stopped with this process.
 *
 * @param {{ clone: string, place: string, port: number, settings?: Record<string, string | number> }} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ clone, place, port, settings }) {
  const cluster = await openCluster(clone, place)
  const starting = startCluster(cluster, port, settings)
  const stop = async () => {
    // Asked to stop while it comes up: wait, or it would stay behind.
    await starting.catch(() => {})
    await stopCluster(cluster)
  }
  const forget = onShutdown(stop)
  await starting
  // Not 127.0.0.1, which Medusa's test tools take for a remote server that needs SSL.
  const host = "localhost"
  return {
    host,
    port,
    user: "postgres",
    password: cluster.password,
    url: (database) => `postgres://postgres:${cluster.password}@${host}:${port}/${database}`,
    stop: async () => {
      await stop()
      forget()
    },
  }
}

const ROOM_IN_MEMORY_BYTES = 3 * 1024 ** 3

/** In memory where there is room: the tests copy a database before each one, on a slow disk ten times slower. */
export function fastestPlace() {
  try {
    accessSync("/dev/shm", constants.W_OK)
    const { bavail, bsize } = statfsSync("/dev/shm")
    return bavail * bsize >= ROOM_IN_MEMORY_BYTES ? "/dev/shm" : tmpdir()
  } catch {
    return tmpdir()
  }
}

/**
 * A Postgres in a temporary place, removed with its data when it stops.
 *
 * @param {string} clone
 * @param {Record<string, string | number>} [settings]
 * @param {string} [parent] where the temporary place is made
 * @returns {Promise<Postgres>}
 */
export async function startThrowAwayPostgres(clone, settings, parent = tmpdir()) {
  const place = mkdtempSync(join(parent, "truestock-"))
  const remove = () => rmSync(place, { recursive: true, force: true })
  const forget = onShutdown(remove)
  // mkdtemp closes it to others, among them the user that Postgres runs as instead of root.
  chmodSync(place, 0o755)
  const postgres = await startPostgres({ clone, place, port: await freePort(), settings })
  return {
    ...postgres,
    stop: async () => {
      await postgres.stop()
      remove()
      forget()
    },
  }
}
