// @ts-check
import { spawn } from "node:child_process"
import { onShutdown } from "../process/shutdown.mjs"

/**
 * Runs a command quietly, to its end or its limit; never asks anything.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, limitMs?: number }} options
 * @returns {Promise<{ code: number | null, output: string }>} code: null when it could not be run, or was ended
 */
export function runToEnd(command, args, { cwd, env, limitMs = 10_000 }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: limitMs })
    const forget = onShutdown(() => void child.kill())
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk))
    child.once("error", (error) => {
      forget()
      resolve({ code: null, output: error.message })
    })
    child.once("close", (code) => {
      forget()
      resolve({ code, output })
    })
  })
}
