// @ts-check
import { accessSync, constants, existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { dataPlace } from "../postgres/place.mjs"
import { textOf } from "../process/problem.mjs"
import { packagesOf } from "./debian.mjs"

/**
 * A program that tests need beyond Postgres, and the Debian package that has it.
 *
 * @typedef {"redis-server" | "pgbouncer"} ProgramName
 */

/**
 * @typedef {object} Program
 * @property {string} path
 * @property {NodeJS.ProcessEnv} env what it needs to find its libraries
 */

/** Where system programs are that a user's PATH leaves out: pgbouncer is one. */
const SYSTEM_DIRECTORIES = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/opt/homebrew/bin", "/usr/local/bin"]

/**
 * @param {ProgramName} name
 * @param {string | undefined} path as in PATH
 * @returns {Program | undefined}
 */
export function installedProgram(name, path) {
  const directories = [...(path ?? "").split(delimiter).filter(Boolean), ...SYSTEM_DIRECTORIES]
  const found = directories.map((directory) => join(directory, name)).find(isExecutable)
  return found ? { path: found, env: {} } : undefined
}

/**
 * The program as this machine has it, else from Debian's packages, unpacked beside the clone's data: nothing is
 * installed, so no daemon is started, no user made, and the machine stays as it was.
 *
 * @param {ProgramName} name
 * @param {string} clone
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ program: Program } | { missing: string }>} missing: why there is none
 */
export async function findProgram(name, clone, env) {
  const installed = installedProgram(name, env.PATH)
  if (installed) return { program: installed }
  try {
    return { program: await packagesOf(name, join(dataPlace(clone, env), "services")) }
  } catch (error) {
    return { missing: textOf(error) }
  }
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return existsSync(file)
  } catch {
    return false
  }
}
