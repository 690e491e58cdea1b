// @ts-check
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../process/problem.mjs"
import { runAs } from "./run-as.mjs"

// The host's locales differ from machine to machine; the built-in one sorts the same everywhere.
const LOCALE = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"]

/** @param {import("./cluster.mjs").Cluster} cluster */
export async function initialise(cluster) {
  // Made under another name: an interrupted initdb leaves nothing that looks like a cluster.
  const unfinished = `${cluster.dataDir}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  if (cluster.user) chownSync(unfinished, cluster.user.uid, cluster.user.gid)
  const { bin, place, user } = cluster
  const login = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${join(place, "pg-password")}`]
  const args = [`--pgdata=${unfinished}`, ...login, ...LOCALE, "--no-sync"]
  const { code, output } = await runAs(join(bin, "initdb"), args, { user, cwd: place })
  if (code !== 0) throw new Problem(`Postgres could not set up ${cluster.dataDir}.`, { detail: output })
  renameSync(unfinished, cluster.dataDir)
}

/**
 * Without a password any user of this machine could become superuser over the port.
 *
 * @param {string} place
 * @param {import("./run-as.mjs").User | undefined} user
 */
export function passwordIn(place, user) {
  const file = join(place, "pg-password")
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString("hex"), { mode: 0o600 })
  if (user) chownSync(file, user.uid, user.gid)
  return readFileSync(file, "utf8")
}
