import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { BOOKSTORE, MEDUSA_CLI, shopEnvironment } from "../../support/bookstore"

const ROOT = path.resolve(__dirname, "../../../../..")
const STOP_WITH_PARENT = pathToFileURL(path.join(ROOT, "scripts/bookstore/stop-with-parent.mjs")).href
const INSIDE = path.join(__dirname, "inside-server.cjs")
const READY_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 20_000

type Failure = { message: string; code?: string; type?: string }
type Reply = { id: number; result?: unknown; error?: Failure }

/** The bookstore's server in a process of its own. */
export class Server {
  private readonly waiting = new Map<number, (reply: Reply) => void>()
  private asked = 0
  private output = ""

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess
  ) {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on("data", (chunk) => (this.output += chunk))
    }
    child.on("message", (reply: Reply) => this.waiting.get(reply.id)?.(reply))
    child.once("exit", () => {
      for (const settle of this.waiting.values()) settle({ id: 0, error: { message: "the server ended" } })
    })
  }

  /** Answers when the server does. */
  static async start(databaseUrl: string, env: NodeJS.ProcessEnv): Promise<Server> {
    const port = await freePort()
    const args = ["--import", STOP_WITH_PARENT, "--require", INSIDE, MEDUSA_CLI, "start"]
    const child = spawn(process.execPath, [...args, "--port", String(port), "--host", "127.0.0.1"], {
      cwd: BOOKSTORE,
      env: { ...shopEnvironment(databaseUrl), ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    })
    const server = new Server(`http://127.0.0.1:${port}`, child)
    const deadline = Date.now() + READY_LIMIT_MS
    while (!(await server.isHealthy())) {
      if (child.exitCode !== null || Date.now() > deadline) {
        await server.stop()
        throw new Error(`The server did not start:\n${server.output}`)
      }
      await pause(100)
    }
    return server
  }

  /** Calls a method of core's inventory service in the server's process, under a lock of its lock provider or none. */
  async inside(method: string, args: unknown[], lock?: string[]): Promise<{ error?: Failure; result?: any }> {
    const id = ++this.asked
    const reply = new Promise<Reply>((resolve) => this.waiting.set(id, resolve))
    this.child.send({ id, method, args, lock })
    const answer = await reply
    this.waiting.delete(id)
    return answer
  }

  get log(): string[] {
    return this.output.split("\n").filter(Boolean)
  }

  /** As a deployment stops it. Answers its exit code. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, "exit")
      this.child.kill("SIGTERM")
      const late = setTimeout(() => this.child.kill("SIGKILL"), STOP_LIMIT_MS)
      await exited
      clearTimeout(late)
    }
    return this.child.exitCode
  }

  /** As a machine loses its power: nothing is finished, nobody is told. */
  async kill(): Promise<void> {
    const exited = once(this.child, "exit")
    this.child.kill("SIGKILL")
    await exited
  }

  private async isHealthy(): Promise<boolean> {
    const signal = AbortSignal.timeout(2_000)
    return fetch(`${this.url}/health`, { signal }).then(
      ({ ok }) => ok,
      () => false
    )
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
