// @ts-check
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, chmodSync } from "node:fs"
import { join } from "node:path"
import { preparePlace } from "../postgres/place.mjs"
import { Problem } from "../process/problem.mjs"
import { step } from "../process/steps.mjs"
import { runToEnd } from "./run-to-end.mjs"

/** @typedef {import("./programs.mjs").Program} Program */

const LIMIT_MS = 180_000
const PATIENCE = ["-o", "Acquire::http::Timeout=15", "-o", "Acquire::Retries=1"]
/** apt would fetch as a user that may not write to a place of ours. */
const AS_WE_ARE = ["-o", "APT::Sandbox::User="]

/**
 * Fetches a package and what it needs and the machine does not have, unpacks them into a folder of ours, once, and
 * answers the program in it.
 *
 * @param {string} name of the program, and of its package
 * @param {string} place
 * @returns {Promise<Program>}
 */
export async function packagesOf(name, place) {
  const root = join(place, name)
  if (existsSync(root)) {
    const before = programIn(root, name)
    if (before && (await runs(before))) return before
    // Unpacked for a system that has changed since.
    rmSync(root, { recursive: true })
  }
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) {
    throw new Problem(`${name} is not in PATH: install it.`)
  }
  await preparePlace(place)
  return step(`Fetch ${name} from the system's packages (unpacked in ${root}, not installed)`, () =>
    fetchInto(root, name)
  )
}

/**
 * @param {string} root
 * @param {string} name
 */
async function fetchInto(root, name) {
  const unfinished = mkdtempSync(`${root}.`)
  try {
    await download(name, unfinished)
    for (const file of readdirSync(unfinished).filter((entry) => entry.endsWith(".deb"))) {
      await must("dpkg-deb", ["--extract", join(unfinished, file), unfinished], unfinished)
      rmSync(join(unfinished, file))
    }
    chmodSync(unfinished, 0o755)
    // Another run may have been quicker; what it unpacked is the same.
    if (!existsSync(root)) renameSync(unfinished, root)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  const program = programIn(root, name)
  if (!program || !(await runs(program))) {
    throw new Problem(`${name} does not run as unpacked in ${root}: install the package ${name}.`)
  }
  return program
}

/**
 * @param {string} name
 * @param {string} directory
 */
async function download(name, directory) {
  const attempt = async () =>
    must("apt-get", [...PATIENCE, ...AS_WE_ARE, "download", ...(await missingPackages(name))], directory)
  try {
    await attempt()
  } catch (error) {
    if (process.getuid?.() !== 0) throw error
    // A machine that was never updated knows no package; one that was updated long ago, none that is still there.
    console.log("  apt-get update, since apt does not find it ...")
    await must("apt-get", [...PATIENCE, "update"], directory)
    await attempt()
  }
}

/**
 * @param {string} name
 * @returns {Promise<string[]>} the package and those it needs that are not installed
 */
async function missingPackages(name) {
  const output = await must("apt-get", ["--simulate", "--no-install-recommends", "install", name], "/")
  // "Inst name (version ...": one that is installed in another version says so in brackets, and is left alone.
  return [...output.matchAll(/^Inst (\S+) \(/gm)].map((match) => match[1] ?? "")
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
async function must(command, args, cwd) {
  const env = { ...process.env, LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" }
  const { code, output } = await runToEnd(command, args, { cwd, env, limitMs: LIMIT_MS })
  if (code === 0) return output
  throw new Problem(`${[command, ...args].join(" ")} failed.`, { detail: output.slice(-1000) })
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Program | undefined}
 */
export function programIn(root, name) {
  const path = ["usr/sbin", "usr/bin"].map((folder) => join(root, folder, name)).find(existsSync)
  if (!path) return undefined
  const folders = ["lib", "usr/lib"].map((folder) => join(root, folder)).filter(existsSync)
  const libraries = folders.flatMap((folder) => [
    folder,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.includes("-linux-"))
      .map((entry) => join(folder, entry.name)),
  ])
  return { path, env: libraries.length ? { LD_LIBRARY_PATH: libraries.join(":") } : {} }
}

/** @param {Program} program */
async function runs({ path, env }) {
  const { code } = await runToEnd(path, ["--version"], { cwd: "/", env: { ...process.env, ...env } })
  return code === 0
}
