// @ts-check
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { clone, stateDir } from "../paths.mjs"

const GENERATED = new Set([
  "node_modules",
  ".medusa",
  ".next",
  "dist",
  "static",
  "coverage",
  ".truestock",
  "feeds",
])
const UNBUILT = new Set(["integration-tests", "__tests__"])

/**
 * Says whether a build is still good: changes with every source file, with the installed packages, and with
 * Node's major version.
 *
 * @param {string[]} directories
 */
export function fingerprintOf(directories) {
  const hash = createHash("sha256").update(process.version.split(".")[0] ?? "")
  const shared = ["package-lock.json", "tsconfig.base.json"].map((name) => join(clone, name))
  for (const file of [...shared, ...directories.flatMap(sources)]) {
    hash
      .update(`${relative(clone, file)}\0`)
      .update(readFileSync(file))
      .update("\0")
  }
  return hash.digest("hex")
}

/**
 * @param {string} directory
 * @returns {string[]}
 */
function sources(directory) {
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return GENERATED.has(entry.name) || UNBUILT.has(entry.name) ? [] : sources(path)
    return /\.(md|log|tsbuildinfo)$|^next-env\.d\.ts$/.test(entry.name) ? [] : [path]
  })
}

/** @param {string} name */
export function remembered(name) {
  try {
    return readFileSync(join(stateDir, `${name}.done`), "utf8")
  } catch {
    return undefined
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  mkdirSync(stateDir, { recursive: true })
  writeFileSync(join(stateDir, `${name}.done`), value)
}
