import { programOf } from "../program"
import type { ScriptRun } from "../run-script"

/** What a command line has run. */
async function scriptOf(...args: string[]): Promise<Pick<ScriptRun, "name" | "words" | "lookOnly">> {
  let ran: ScriptRun | undefined
  const program = programOf(
    async (run) => {
      ran = run
      return 0
    },
    () => undefined
  )
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: () => undefined })
  }
  await program.parseAsync(args, { from: "user" })
  const { name, words, lookOnly } = ran!
  return { name, words, lookOnly }
}

describe("what only looks", () => {
  // It attaches no triggers at its start: that one is missing is what it came to see.
  it.each([
    [["doctor", "--deep", "--json"], ["deep", "json"], true],
    [["check-inventory"], [], true],
    [["recalculate-inventory", "--release-orphans"], ["release-orphans"], true],
    [["recalculate-inventory", "--apply"], ["apply"], false],
    [["clear-reservations"], [], true],
    [["clear-reservations", "--apply"], ["apply"], false],
    [["open-ledger", "--dry-run"], ["dry-run"], true],
    [["open-ledger"], [], false],
    [["rebuild-availability"], [], true],
    [["rebuild-availability", "--apply"], ["apply"], false],
    [["initialize-availability"], [], false],
  ] as const)("is said of %j", async (args, words, lookOnly) => {
    expect(await scriptOf(...args)).toEqual({ name: args[0], words: [...words], lookOnly })
  })
})

describe("the commands for distributors", () => {
  it.each([
    [["setup-distributor", "ingram"], ["source=ingram"], false],
    [["reset-circuit", "ingram", "--reason", "Looked"], ["reason=Looked", "source=ingram"], false],
    [
      ["discover", "ingram", "--search", "new", "--limit", "5"],
      ["search=new", "limit=5", "source=ingram"],
      false,
    ],
    [
      ["discover", "ingram", "--isbn", "1", "2", "--dry-run"],
      ["source=ingram", "isbn=1", "isbn=2", "dry-run"],
      true,
    ],
    [["enrich", "1", "2", "--source", "ingram"], ["source=ingram", "isbn=1", "isbn=2"], false],
    [["import"], [], false],
    [["import", "--update", "title,price"], ["update=title,price"], false],
    [["import", "ingram", "1", "--json"], ["target=ingram", "target=1", "json"], false],
    [["sync-stock", "--override", "they said so"], ["override=they said so"], false],
    [["sync-stock", "ingram", "--dry-run"], ["target=ingram", "dry-run"], true],
  ] as const)("hands %j on as words", async (args, words, lookOnly) => {
    expect(await scriptOf(...args)).toEqual({ name: args[0], words: [...words], lookOnly })
  })

  it.each([
    [["setup-distributor"]],
    [["reset-circuit", "ingram"]],
    [["discover"]],
    [["enrich"]],
    [["discover", "ingram", "--search", "new", "--isbn", "1"]],
    [["sync-stock", "--override"]],
  ])("does not understand %j", async (args) => {
    await expect(scriptOf(...args)).rejects.toMatchObject({ exitCode: 1 })
  })
})
