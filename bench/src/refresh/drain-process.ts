import { fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { pluginDir } from "../../../scripts/paths.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { onShutdown } from "../../../scripts/process/shutdown.mjs"

const WORKER = fileURLToPath(new URL("./drain-worker.mjs", import.meta.url))
const PLUGIN = join(pluginDir, ".medusa", "server", "src")

export type DrainProcess = {
  /** Resident memory in bytes, at even intervals since the last report. */
  memory: () => Promise<number[]>
  stop: () => Promise<void>
}

/** Starts the plugin's drain in a process of its own. */
export async function startDrain(databaseUrl: string): Promise<DrainProcess> {
  // Without our own loader, which would bring the compiler along.
  const child = fork(WORKER, [PLUGIN, databaseUrl], { execArgv: [] })
  const exited = once(child, "exit")
  const stop = async () => {
    child.kill("SIGTERM")
    await exited
    forget()
  }
  const forget = onShutdown(stop)
  const died = exited.then(([code]) => {
    throw new Problem(`The drain's process ended with exit code ${code}.`)
  })
  died.catch(() => {})
  const answer = async () => (await Promise.race([once(child, "message"), died]))[0]
  await answer()
  return {
    memory: () => {
      child.send("report")
      return answer() as Promise<number[]>
    },
    stop,
  }
}
