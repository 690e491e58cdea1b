// @ts-check
import { execFileSync, spawn } from "node:child_process"
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { stripVTControlCharacters } from "node:util"
import { clone } from "../paths.mjs"
import { commandOf } from "../process/command-of.mjs"

/** @typedef {{ uid: number, gid: number }} Owner */

/**
 * What a git clone of this work tree would hold once everything in it is committed, in a folder that is
 * closed to other users, as a private home is.
 *
 * @param {Owner} [owner]
 */
export function exportClone(owner) {
  const directory = mkdtempSync(join(tmpdir(), "fresh-clone-"))
  const listed = execFileSync(
    "git",
    ["-c", `safe.directory=${clone}`, "ls-files", "-coz", "--exclude-standard"],
    {
      cwd: clone,
      maxBuffer: 1 << 26,
    }
  )
  for (const name of String(listed).split("\0").filter(Boolean)) {
    // Deleted but not yet committed.
    if (!existsSync(join(clone, name))) continue
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    cpSync(join(clone, name), join(directory, name))
  }
  if (owner) giveTo(directory, owner)
  return directory
}

/**
 * npm start as a person types it: only what a bare machine has in its environment.
 *
 * @param {string} directory
 * @param {Record<string, string>} settings
 * @param {Owner} [owner]
 */
export function npmStart(directory, settings, owner) {
  const { PATH = "", HOME = "" } = process.env
  const home = owner ? { HOME: join(directory, ".truestock", "home") } : { HOME }
  const child = spawn("npm", ["start"], {
    cwd: directory,
    env: { PATH, ...home, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    ...owner,
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk))
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => child.once("close", (code) => resolve(code)))
  return {
    exited,
    output: () => stripVTControlCharacters(output),
    raw: () => output,
    /** To the whole group, as a terminal does. @param {NodeJS.Signals} signal */
    signal: (signal) => process.kill(-Number(child.pid), signal),
    /** Until the box is printed. */
    open: async () => {
      let code
      exited.then((value) => (code = value))
      while (!output.includes("Ctrl-C stops everything")) {
        if (code !== undefined) throw new Error(`npm start ended with ${code}:\n${output}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
  }
}

/**
 * @param {string} word
 * @returns {string[]} the command lines in which it occurs
 */
export function processesNaming(word) {
  const pids =
    process.platform === "linux"
      ? readdirSync("/proc").filter((name) => /^\d+$/.test(name))
      : String(execFileSync("ps", ["-axo", "pid="]))
          .trim()
          .split(/\s+/)
  return pids.map((pid) => commandOf(Number(pid)) ?? "").filter((command) => command.includes(word))
}

/** @param {string} directory */
export const demoOf = (directory) =>
  JSON.parse(readFileSync(join(directory, ".truestock", "demo.json"), "utf8"))

/**
 * @param {string} directory
 * @param {Owner} owner
 */
function giveTo(directory, { uid, gid }) {
  chownSync(directory, uid, gid)
  for (const name of readdirSync(directory, { recursive: true }))
    chownSync(join(directory, String(name)), uid, gid)
}

/** @param {string} path */
export const remove = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 3 })
