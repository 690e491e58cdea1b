// @ts-check
import { spawn, execFileSync } from "node:child_process"
import { Problem } from "../process/problem.mjs"

/** @typedef {{ name: string, uid: number, gid: number }} User */

/**
 * Postgres refuses to run as root. Users are looked for, never created: a demo leaves the machine as it was.
 *
 * @returns {User | undefined} undefined when this process is not root and may run Postgres itself
 */
export function runAsUser() {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ["postgres", "nobody"]) {
    try {
      const number = (/** @type {string} */ flag) =>
        Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }))
      return { name, uid: number("-u"), gid: number("-g") }
    } catch {
      // No such user here.
    }
  }
  throw new Problem(
    "Postgres refuses to run as root, and there is neither a user postgres nor nobody: " +
      "run as a normal user, or set DATABASE_URL to a Postgres of yours."
  )
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ user?: User, cwd?: string }} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function runAs(command, args, { user, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      uid: user?.uid,
      gid: user?.gid,
      // Only what is needed: PGDATA and its like in the user's shell mean another Postgres.
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    })
    let output = ""
    child.stdout.on("data", (chunk) => (output += chunk))
    child.stderr.on("data", (chunk) => (output += chunk))
    child.once("error", reject)
    // Not "close": the server that pg_ctl leaves behind may hold the pipes open. A moment for the last words.
    child.once("exit", (code) => setTimeout(() => resolve({ code, output: output.trim() }), 10))
  })
}
