// @ts-check
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { run } from "../process/run.mjs"
import { skip, step } from "../process/steps.mjs"
import { clone, logFile } from "../paths.mjs"

/** @typedef {{ version?: string, resolved?: string, link?: boolean, optional?: boolean, extraneous?: boolean }} LockedPackage */

/** @param {string} [directory] */
export async function install(directory = clone) {
  const state = installed(directory)
  if (state === "complete") return skip("Packages", "installed")
  const what =
    state === "none" ? "Install the packages (about a minute)" : "Install the packages that changed"
  // ci takes exactly what the lock file says; over a half-way install it would begin from nothing.
  const command = state === "none" ? "ci" : "install"
  await step(what, () =>
    // Included by name, since a production setting in the shell leaves out what builds the bookstore.
    run(`npm ${command}`, "npm", [command, "--include=dev", "--include=optional", "--prefer-offline"], {
      cwd: directory,
      log: logFile("install"),
    })
  )
}

/**
 * Compares what npm noted down at its last install with the lock file.
 *
 * @param {string} directory
 * @returns {"none" | "stale" | "complete"}
 */
export function installed(directory) {
  const noted = join(directory, "node_modules", ".package-lock.json")
  if (!existsSync(noted)) return "none"
  const have = packagesIn(noted)
  for (const [path, wanted] of Object.entries(packagesIn(join(directory, "package-lock.json")))) {
    if (!path.includes("node_modules/")) continue
    const found = have[path]
    // Packages for other systems are optional and rightly missing; extraneous ones are a slip of npm's.
    if (!found && (wanted.optional || wanted.extraneous)) continue
    if (!found || found.version !== wanted.version || found.resolved !== wanted.resolved) return "stale"
    if (!existsSync(join(directory, path))) return "stale"
  }
  return "complete"
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
const packagesIn = (file) => JSON.parse(readFileSync(file, "utf8")).packages
