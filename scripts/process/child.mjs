// @ts-check
import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync } from "node:fs"
import { dirname } from "node:path"
import { onShutdown } from "./shutdown.mjs"

const STOP_LIMIT_MS = 20_000

/**
 * @typedef {object} StartOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [log] file that takes the output; without it the output is shown
 * @property {boolean} [channel] lets the child notice when we are gone
 * @property {{ uid: number, gid: number }} [user] who runs it; without it whoever runs us
 */

/**
 * Starts a process in a group of its own: a Ctrl-C in the terminal then reaches only us, and we stop things
 * in order, each with all of its children.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {StartOptions} [options]
 */
export function start(command, args, { cwd, env, log, channel, user } = {}) {
  if (log) mkdirSync(dirname(log), { recursive: true })
  const output = log ? openSync(log, "w") : "inherit"
  const child = spawn(command, args, {
    cwd,
    env,
    uid: user?.uid,
    gid: user?.gid,
    stdio: channel ? ["ignore", output, output, "ipc"] : ["ignore", output, output],
    detached: process.platform !== "win32",
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: process.platform === "win32" && !command.endsWith(".exe"),
  })
  if (typeof output === "number") closeSync(output)

  /** @type {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} */
  const exited = new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code, signal) => resolve({ code, signal }))
  })
  const stop = () => endGroup(child, exited)
  const forget = onShutdown(stop)
  exited.then(forget, forget)
  return { child, exited, stop }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {Promise<unknown>} exited
 */
async function endGroup(child, exited) {
  signalGroup(child, "SIGTERM")
  const late = setTimeout(() => signalGroup(child, "SIGKILL"), STOP_LIMIT_MS)
  await exited.catch(() => {})
  clearTimeout(late)
  // The leader is gone; nothing of its group may stay behind.
  signalGroup(child, "SIGKILL")
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    if (process.platform === "win32") child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // The group is already gone.
  }
}
