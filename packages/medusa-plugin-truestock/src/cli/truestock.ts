import { CommanderError } from "commander"
import { programOf } from "./program"
import { runScript } from "./run-script"

/** The `truestock` command. Exit codes: 0 all is well, 1 something was found, 2 it could not run. */
async function main(): Promise<void> {
  const program = programOf(runScript, (exit_code) => (process.exitCode = exit_code))
  // Commander would exit with 1, which here says that something was found.
  for (const command of [program, ...program.commands]) command.exitOverride()
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) process.stderr.write(`${String(error)}\n`)
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2
  }
}

void main()
