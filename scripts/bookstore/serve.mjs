// @ts-check
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { createRequire } from "node:module"
import { bookstoreDir, clone, logFile, storefrontDir } from "../paths.mjs"
import { Problem } from "../process/problem.mjs"
import { start } from "../process/child.mjs"
import { lastLines } from "../process/run.mjs"
import { isShuttingDown } from "../process/shutdown.mjs"
import { medusaCli } from "./medusa.mjs"

const READY_LIMIT_MS = 120_000
const guard = pathToFileURL(join(clone, "scripts", "bookstore", "stop-with-parent.mjs")).href

/**
 * @param {{ port: number, env: NodeJS.ProcessEnv, secrets: string[] }} options
 * @returns {Promise<{ ended: Promise<never> }>} when it answers; ended: rejects when the server dies
 */
export async function serve({ port, env, secrets }) {
  const log = logFile("server")
  // Only this machine, since the demo's password is known to everybody.
  const host = env.HOST || "127.0.0.1"
  const args = ["--import", guard, medusaCli, "start", "--port", String(port), "--host", host]
  // The build is a shop of its own: its dashboard is found only when it is started from there.
  const cwd = join(bookstoreDir, ".medusa", "server")
  const { exited } = start(process.execPath, args, { cwd, env, log, channel: true })

  const ended = stopped("The bookstore's server", exited, log, secrets)
  await Promise.race([ended, untilHealthy("The bookstore's server", `http://${host}:${port}/health`, log)])
  return { ended }
}

/**
 * @param {{ port: number, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ ended: Promise<never> }>} as of `serve`
 */
export async function serveStorefront({ port, env }) {
  const log = logFile("storefront")
  const host = env.HOST || "127.0.0.1"
  const next = createRequire(join(storefrontDir, "package.json")).resolve("next/dist/bin/next")
  const args = ["--import", guard, next, "start", "--port", String(port), "--hostname", host]
  const { exited } = start(process.execPath, args, { cwd: storefrontDir, env, log, channel: true })
  const secrets = [env.STOREFRONT_REVALIDATE_SECRET ?? ""].filter(Boolean)
  const ended = stopped("The storefront", exited, log, secrets)
  await Promise.race([ended, untilHealthy("The storefront", `http://${host}:${port}/robots.txt`, log)])
  return { ended }
}

/**
 * @param {string} what
 * @param {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited
 * @param {string} log
 * @param {string[]} secrets
 * @returns {Promise<never>}
 */
const stopped = (what, exited, log, secrets) =>
  exited.then(({ code, signal }) => {
    throw new Problem(`${what} stopped by itself (${signal ?? `exit code ${code}`}). See ${log}.`, {
      detail: lastLines(log, secrets),
    })
  })

/**
 * @param {string} what
 * @param {string} url
 * @param {string} log
 */
async function untilHealthy(what, url, log) {
  const deadline = Date.now() + READY_LIMIT_MS
  while (Date.now() < deadline && !isShuttingDown()) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Problem(`${what} did not answer within ${READY_LIMIT_MS / 1000} s. See ${log}.`)
}
