// @ts-check
import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { commandOf } from "../process/command-of.mjs"
import { requireFreePort } from "../process/ports.mjs"
import { Problem } from "../process/problem.mjs"
import { lastLines } from "../process/run.mjs"
import { findBinaries, readableBinaries } from "./binaries.mjs"
import { initialise, passwordIn } from "./initdb.mjs"
import { preparePlace } from "./place.mjs"
import { runAs } from "./run-as.mjs"

/**
 * @typedef {object} Cluster
 * @property {string} place
 * @property {string} dataDir
 * @property {string} bin
 * @property {import("./run-as.mjs").User | undefined} user
 * @property {string} password of the superuser postgres
 */

/** @param {string} place */
export const dataDirIn = (place) => join(place, "pg")

/**
 * @param {string} clone
 * @param {string} place
 * @returns {Promise<Cluster>} initialised, running or not
 */
export async function openCluster(clone, place) {
  const user = await preparePlace(place)
  const bin = await readableBinaries(findBinaries(clone), place, user)
  const cluster = { place, dataDir: dataDirIn(place), bin, user, password: passwordIn(place, user) }
  if (!existsSync(cluster.dataDir)) await initialise(cluster)
  return cluster
}

/**
 * @param {Cluster} cluster
 * @param {number} port
 * @param {Record<string, string | number>} [settings]
 */
export async function startCluster(cluster, port, settings = {}) {
  const running = postmaster(cluster)
  if (running?.port === port) return
  if (running) await stopCluster(cluster)
  // A pid file whose process is gone, or is by now another one, would keep Postgres from starting.
  rmSync(join(cluster.dataDir, "postmaster.pid"), { force: true })
  await requireFreePort("PG_PORT", port, "Postgres")

  const all = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings }
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)
  for (let attempt = 1; ; attempt++) {
    const failure = await tryToStart(cluster, flags.join(" "))
    if (!failure) return
    // After a kill -9 the old server's children hold its memory until they notice, a moment later.
    const orphaned = /shared memory block|lock file .* exists/.test(failure)
    if (!orphaned || attempt === 5) {
      throw new Problem(`Postgres did not start in ${cluster.dataDir}.`, { detail: failure })
    }
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

/** @param {Cluster} cluster */
export async function stopCluster(cluster) {
  if (!postmaster(cluster)) return
  const { code } = await pgCtl(cluster, ["stop", "-m", "fast", "-w", "-t", "20"])
  if (code !== 0 && postmaster(cluster)) await pgCtl(cluster, ["stop", "-m", "immediate", "-w", "-t", "10"])
}

/**
 * @param {{ dataDir: string }} cluster
 * @returns {{ pid: number, port: number } | undefined} the server, if it really runs
 */
export function postmaster({ dataDir }) {
  const file = join(dataDir, "postmaster.pid")
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number)
  const command = pid && commandOf(pid)
  if (!command || !command.includes("postgres")) return undefined
  if (process.platform !== "win32" && !command.includes(dataDir)) return undefined
  return { pid, port: port ?? 0 }
}

/**
 * @param {Cluster} cluster
 * @param {string} flags
 * @returns {Promise<string | undefined>} what it said when it failed
 */
async function tryToStart(cluster, flags) {
  const log = join(cluster.dataDir, "postgres.log")
  rmSync(log, { force: true })
  const { code, output } = await pgCtl(cluster, ["start", "-w", "-t", "60", "-l", log, "-o", flags])
  if (code === 0) return undefined
  return existsSync(log) ? lastLines(log) : output
}

/**
 * @param {Cluster} cluster
 * @param {string[]} args
 */
function pgCtl({ bin, dataDir, place, user }, args) {
  return runAs(join(bin, "pg_ctl"), [...args, "-D", dataDir], { user, cwd: place })
}
