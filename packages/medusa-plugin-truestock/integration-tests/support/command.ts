import path from "node:path"
import { programOf } from "../../src/cli/program"
import type { ExitCode } from "../../src/scripts/script"
import type { Ended } from "./run-program"
import { runScript } from "./run-script"
import type { Booted } from "./run-with-shop"

const SCRIPTS = path.resolve(__dirname, "../../src/scripts")

/**
 * A command line of `truestock` in the booted shop: everything of it but a process of its own, which takes as long as a
 * boot. Where the process matters (what it attaches at its start, its exit code, its channels) see runProgram.
 */
export async function command(booted: Booted, ...args: string[]): Promise<Ended> {
  let ended: Ended = { code: null, out: "", err: "" }
  const program = programOf(
    async ({ name, words }) => {
      const { default: script } = await import(path.join(SCRIPTS, name))
      ended = await runScript(booted, script, ...words)
      return ended.code as ExitCode
    },
    () => undefined
  )
  await program.parseAsync(args, { from: "user" })
  return ended
}
