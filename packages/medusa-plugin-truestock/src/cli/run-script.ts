import { spawn } from "node:child_process"
import path from "node:path"
import type { ExitCode, Message } from "../scripts/script"

export type ScriptRun = {
  name: string
  words: string[]
  /** Attach no triggers on the way: what is missing is what the command came to see. */
  lookOnly: boolean
  /** The folder of the shop, with its medusa-config. */
  shop: string
}

/**
 * Runs one of the plugin's scripts in the shop, by `medusa exec`. What it answers comes over a channel of its own to
 * our stdout; everything that Medusa and the shop print goes to stderr.
 */
export async function runScript({ name, words, lookOnly, shop }: ScriptRun): Promise<ExitCode> {
  const medusa = resolveMedusa(shop)
  if (medusa === null) {
    process.stderr.write(
      `There is no Medusa in ${shop}. Run truestock in the folder of the shop, or name it with --shop.\n`
    )
    return 2
  }
  const child = spawn(
    process.execPath,
    [medusa, "exec", path.join(__dirname, "..", "scripts", `${name}.js`), ...words],
    { cwd: shop, env: environment(lookOnly), stdio: ["ignore", 2, 2, "ipc"] }
  )
  // Without a verdict it did not come to an end, whatever its exit code says.
  let verdict: ExitCode = 2
  child.on("message", (message: Message) => {
    if ("line" in message) process.stdout.write(`${message.line}\n`)
    else verdict = message.exit_code
  })
  // Ctrl-C reaches both of us: we wait for how the child ends it, and say so. Others send it to us alone.
  const wait = () => undefined
  const pass = () => void child.kill("SIGTERM")
  process.on("SIGINT", wait).on("SIGTERM", pass)
  await new Promise<void>((resolve) => {
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`)
      resolve()
    })
    child.once("close", () => resolve())
  })
  process.off("SIGINT", wait).off("SIGTERM", pass)
  return verdict
}

function resolveMedusa(shop: string): string | null {
  try {
    return require.resolve("@medusajs/cli/cli.js", { paths: [shop] })
  } catch {
    return null
  }
}

function environment(lookOnly: boolean): NodeJS.ProcessEnv {
  const { TRUESTOCK_LOOK_ONLY: _, ...inherited } = process.env
  return {
    LOG_LEVEL: "error",
    // Somebody waits for the answer: a database that is not there is no reason for five minutes of trying.
    __MEDUSA_DB_CONNECTION_MAX_RETRIES: "1",
    ...inherited,
    TRUESTOCK_COMMAND: "1",
    ...(lookOnly && { TRUESTOCK_LOOK_ONLY: "1" }),
  }
}
