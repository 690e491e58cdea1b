// @ts-check
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { bookstoreDir, clone, logFile } from "../paths.mjs"
import { Problem } from "../process/problem.mjs"
import { start } from "../process/child.mjs"
import { lastLines } from "../process/run.mjs"
import { isShuttingDown } from "../process/shutdown.mjs"
import { medusaCli } from "./medusa.mjs"

const READY_LIMIT_MS = 120_000

/**
 * @param {{ port: number, env: NodeJS.ProcessEnv, secrets: string[] }} options
 * @returns {Promise<{ ended: Promise<never> }>} when it answers; ended: rejects when the server dies
 */
export async function serve({ port, env, secrets }) {
  const log = logFile("server")
  const guard = pathToFileURL(join(clone, "scripts", "bookstore", "stop-with-parent.mjs")).href
  // Only this machine, since the demo's password is known to everybody.
  const host = env.HOST || "127.0.0.1"
  const args = ["--import", guard, medusaCli, "start", "--port", String(port), "--host", host]
  // The build is a shop of its own: its dashboard is found only when it is started from there.
  const cwd = join(bookstoreDir, ".medusa", "server")
  const { exited } = start(process.execPath, args, { cwd, env, log, channel: true })

  const ended = exited.then(({ code, signal }) => {
    throw new Problem(
      `The bookstore's server stopped by itself (${signal ?? `exit code ${code}`}). See ${log}.`,
      {
        detail: lastLines(log, secrets),
      }
    )
  })
  await Promise.race([ended, untilHealthy(`http://${host}:${port}/health`)])
  return { ended }
}

/** @param {string} url */
async function untilHealthy(url) {
  const deadline = Date.now() + READY_LIMIT_MS
  while (Date.now() < deadline && !isShuttingDown()) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Problem(
    `The bookstore's server did not answer within ${READY_LIMIT_MS / 1000} s. See ${logFile("server")}.`
  )
}
