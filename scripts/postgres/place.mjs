// @ts-check
import { createHash } from "node:crypto"
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join, resolve } from "node:path"
import { codeOf, Problem } from "../process/problem.mjs"
import { runAs, runAsUser } from "./run-as.mjs"

/**
 * Where the embedded Postgres of this clone keeps its data: in the clone, or, since the user that Postgres
 * runs as instead of root may not enter the clone, in a place outside that is named after it.
 *
 * @param {string} clone
 * @param {NodeJS.ProcessEnv} env
 */
export function dataPlace(clone, env) {
  if (env.TRUESTOCK_DATA_DIR) return resolve(env.TRUESTOCK_DATA_DIR)
  if (process.getuid?.() !== 0) return join(clone, ".truestock")
  const hash = createHash("sha256").update(clone).digest("hex").slice(0, 8)
  // Not /var/tmp, which many systems empty of what is a month old.
  return join(existsSync("/var/lib") ? "/var/lib" : tmpdir(), `truestock-${basename(clone)}-${hash}`)
}

/**
 * @param {string} place
 * @returns {Promise<import("./run-as.mjs").User | undefined>} who runs Postgres there
 */
export async function preparePlace(place) {
  const user = runAsUser()
  try {
    makeDirectory(place)
    accessSync(place, constants.W_OK | constants.X_OK)
    if (!statSync(place).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" })
  } catch (error) {
    throw new Problem(
      `The data directory ${place} cannot be written (${codeOf(error)}): ` +
        "set TRUESTOCK_DATA_DIR to a directory that you can write."
    )
  }
  if (user) await requireEntry(place, user)
  return user
}

/**
 * Step by step, since Node's recursive mkdir never returns on a file system like /proc.
 *
 * @param {string} path
 */
function makeDirectory(path) {
  if (existsSync(path)) return
  makeDirectory(dirname(path))
  mkdirSync(path)
  // Whatever the umask: as root, another user must get in.
  chmodSync(path, 0o755)
}

/**
 * @param {string} place
 * @param {import("./run-as.mjs").User} user
 */
async function requireEntry(place, user) {
  // The name of the default place can be guessed: whoever made it first would own what root puts there.
  const owner = statSync(place).uid
  if (owner !== 0 && owner !== user.uid) {
    throw new Problem(
      `The data directory ${place} belongs to another user: remove it, or set TRUESTOCK_DATA_DIR.`
    )
  }
  const { code } = await runAs("/bin/sh", ["-c", 'cd "$0"', place], { user, cwd: "/" })
  if (code === 0) return
  throw new Problem(
    `The data directory ${place} is closed to the user ${user.name}, which Postgres runs as instead of root: ` +
      "set TRUESTOCK_DATA_DIR to a directory outside of private homes."
  )
}
