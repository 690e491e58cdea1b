import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { messageOf } from "../background/chore"
import { TRUESTOCK_ERRORS, type TruestockError } from "../errors"

/** 0 = nothing to complain of, 1 = something was found, 2 = it could not be looked at. */
export type ExitCode = 0 | 1 | 2

type Run = (on: {
  container: MedusaContainer
  /** Whether a word such as `deep` was given. */
  has: (word: string) => boolean
  /** What follows a word: of `location=main`, given `location`. */
  valueOf: (word: string) => string | undefined
  /** The same of a word that may be given several times. */
  valuesOf: (word: string) => string[]
  args: string[]
}) => Promise<ExitCode>

/**
 * Makes a script for `medusa exec`, which hands it words: `medusa exec ./doctor.js deep json`.
 *
 * Started by the `truestock` command, it hands lines and exit code to it; Medusa's own log goes to stdout, and must
 * not be mixed up with the answer. By itself it prints, and sets the exit code.
 */
export function script(run: Run) {
  return async ({ container, args }: ExecArgs): Promise<void> => {
    const words = (args ?? []).map((arg) => arg.replace(/^--/, ""))
    let exit_code: ExitCode
    try {
      const valuesOf = (word: string) =>
        words.filter((each) => each.startsWith(`${word}=`)).map((each) => each.slice(word.length + 1))
      const valueOf = (word: string) => valuesOf(word)[0]
      exit_code = await run({
        container,
        has: (word) => words.includes(word),
        valueOf,
        valuesOf,
        args: words,
      })
    } catch (error) {
      // The database's words are cut free of its statement; ours are whole.
      const why = isOurs(error) ? `${error.code}: ${error.message}` : messageOf(error)
      process.stderr.write(`${why}\n`)
      exit_code = 2
    }
    process.exitCode = exit_code
    await hand({ exit_code })
  }
}

/** What a workflow throws is a plain copy of what its step threw. */
function isOurs(error: unknown): error is TruestockError {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === "string" && Object.hasOwn(TRUESTOCK_ERRORS, code)
}

/** Prints a line of the answer. */
export async function print(line: string): Promise<void> {
  if (!(await hand({ line }))) process.stdout.write(`${line}\n`)
}

/** What a script tells the command that started it. */
export type Message = { line: string } | { exit_code: ExitCode }

/** false = no command is there to take it. */
async function hand(message: Message): Promise<boolean> {
  if (!process.env.TRUESTOCK_COMMAND || !process.send) return false
  await new Promise<void>((resolve, reject) =>
    process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()))
  )
  return true
}
