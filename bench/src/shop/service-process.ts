import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { medusaCli } from "../../../scripts/bookstore/medusa.mjs"
import { logFile } from "../../../scripts/paths.mjs"
import { start } from "../../../scripts/process/child.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { lastLines } from "../../../scripts/process/run.mjs"
import { shopEnvironment } from "./environment.js"
import type { Application } from "./server.js"
import type { Done, Work } from "./service-worker.cjs"

const WORKER = fileURLToPath(new URL("./service-worker.cjs", import.meta.url))

export type ServiceProcess = { perform: (work: Work) => Promise<Done>; stop: () => Promise<void> }

/** Starts a process in which the services of a shop can be called, core's and, with the plugin, ours. */
export async function startServices(
  databaseUrl: string,
  { name, directory }: Application
): Promise<ServiceProcess> {
  const log = logFile(`bench-services-${name.replace(" ", "-")}`)
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
