import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { medusaCli } from "../../../scripts/bookstore/medusa.mjs"
import { logFile } from "../../../scripts/paths.mjs"
import { start } from "../../../scripts/process/child.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { lastLines } from "../../../scripts/process/run.mjs"
import { shopEnvironment } from "../shop/environment.js"
import type { Application } from "../shop/server.js"
import type { Done, Work } from "./core-worker.cjs"

const WORKER = fileURLToPath(new URL("./core-worker.cjs", import.meta.url))

export type CoreProcess = { perform: (work: Work) => Promise<Done>; stop: () => Promise<void> }

/** Starts a process in which core's inventory service can be called, with the plugin or without. */
export async function startCore(databaseUrl: string, { name, directory }: Application): Promise<CoreProcess> {
  const log = logFile(`bench-core-${name.replace(" ", "-")}`)
  const { child, exited, stop } = start(process.execPath, [medusaCli, "exec", WORKER], {
    cwd: directory,
    env: shopEnvironment(databaseUrl, 9000),
    log,
    channel: true,
  })
  const died = exited.then(({ code }) => {
    throw new Problem(`The process of the ${name} ended with exit code ${code}.`, { detail: lastLines(log) })
  })
  died.catch(() => {})
  const answer = async () => (await Promise.race([once(child, "message"), died]))[0]
  await answer()
  return {
    perform: (work) => {
      child.send(work)
      return answer() as Promise<Done>
    },
    stop,
  }
}
