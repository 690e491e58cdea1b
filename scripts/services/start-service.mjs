// @ts-check
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { start } from "../process/child.mjs"
import { Problem } from "../process/problem.mjs"
import { lastLines } from "../process/run.mjs"

const READY_LIMIT_MS = 20_000

/**
 * Starts a service in its own place, waits until it answers, and answers how to stop it.
 *
 * @param {string} what
 * @param {import("./programs.mjs").Program} program
 * @param {{ own: ReturnType<typeof import("./own-place.mjs").ownPlace>, args: string[], isReady: () => Promise<boolean> }} options
 * @returns {Promise<() => Promise<void>>}
 */
export async function startService(what, { path, env }, { own, args, isReady }) {
  const log = join(own.place, "log")
  const { exited, stop } = start(path, args, {
    cwd: own.place,
    env: { PATH: process.env.PATH, LC_ALL: "C", ...env },
    log,
    user: own.user,
  })
  const stopAndRemove = async () => {
    await stop()
    own.remove()
  }
  let ended = false
  exited.then(
    () => (ended = true),
    () => (ended = true)
  )
  const deadline = Date.now() + READY_LIMIT_MS
  while (!(await isReady())) {
    if (ended || Date.now() > deadline) {
      const detail = readFileSync(log, "utf8") && lastLines(log)
      await stopAndRemove()
      throw new Problem(`${what} did not start (${path}).`, { detail })
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return stopAndRemove
}
