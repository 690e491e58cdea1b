import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { medusaCli } from "../../../scripts/bookstore/medusa.mjs"
import { bookstoreDir, clone, logFile } from "../../../scripts/paths.mjs"
import { start } from "../../../scripts/process/child.mjs"
import { freePort } from "../../../scripts/process/ports.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { lastLines } from "../../../scripts/process/run.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { shopEnvironment } from "./environment.js"

const READY_LIMIT_MS = 120_000

export type Shop = { url: string; stop: () => Promise<void> }

/** A Medusa application that can be started: what it is called, and where it stands. */
export type Application = { name: string; directory: string }

/** The bookstore as `npm start` serves it: production build, drain in the same process. */
export const BOOKSTORE: Application = {
  name: "bookstore",
  directory: join(bookstoreDir, ".medusa", "server"),
}

/** The same without the plugin. */
export const PLAIN_SHOP: Application = {
  name: "plain shop",
  directory: join(clone, "bench", "plain-shop"),
}

/** Serves a shop on a port of its own. */
export function openShop(databaseUrl: string, { name, directory } = BOOKSTORE): Promise<Shop> {
  return step(`Open the ${name}`, async () => {
    const log = logFile(`bench-${name.replace(" ", "-")}`)
    const port = await freePort()
    const guard = pathToFileURL(join(clone, "scripts", "bookstore", "stop-with-parent.mjs")).href
    const args = ["--import", guard, medusaCli, "start", "--port", String(port), "--host", "127.0.0.1"]
    const server = start(process.execPath, args, {
      cwd: directory,
      env: shopEnvironment(databaseUrl, port),
      log,
      channel: true,
    })
    const died = server.exited.then(({ code, signal }) => {
      throw new Problem(`The server of the ${name} ended (${signal ?? `exit code ${code}`}).`, {
        detail: lastLines(log),
      })
    })
    // Also when nobody is waiting for it any more: requests then fail and say so.
    died.catch(() => {})
    const url = `http://127.0.0.1:${port}`
    await Promise.race([died, untilHealthy(url, log)])
    return { url, stop: server.stop }
  })
}

async function untilHealthy(url: string, log: string): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Problem(`The shop's server did not answer within ${READY_LIMIT_MS / 1000} s. See ${log}.`)
}
