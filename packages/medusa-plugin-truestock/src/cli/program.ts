import path from "node:path"
import { Argument, Command, Option } from "commander"
import { GUARD_MODES } from "../modules/inventory_management/movement"
import type { ExitCode } from "../scripts/script"
import { addDistributorCommands } from "./distributor-commands"
import type { ScriptRun } from "./run-script"

type Run = (run: ScriptRun) => Promise<ExitCode>

/** The commands of `truestock`, their options and examples. `finish` is told the exit code. */
export function programOf(run: Run, finish: (exit_code: ExitCode) => void): Command {
  const program = new Command("truestock")
    .description("Looks after the stock of a Medusa shop.")
    .option("--shop <folder>", "the folder of the shop, with its medusa-config", ".")
    .showHelpAfterError()
    .addHelpText("after", "\nExit codes: 0 all is well, 1 something was found, 2 it could not run.")

  const start = async (name: string, words: string[], lookOnly: boolean) => {
    const shop = path.resolve(program.opts<{ shop: string }>().shop)
    finish(await run({ name, words, lookOnly, shop }))
  }
  const wordsOf = (options: Record<string, unknown>, ...names: string[]) =>
    names.filter((name) => options[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())])
  const json: [string, string] = ["--json", "answer as JSON, on stdout alone"]

  program
    .command("doctor")
    .description("whether everything that keeps stock true is in place; changes nothing")
    .option("--deep", "also read whole tables: every invariant, orders against movements")
    .option(...json)
    .addHelpText("after", "\nExample: truestock doctor --deep")
    .action((options) => start("doctor", wordsOf(options, "deep", "json"), true))

  program
    .command("check-inventory")
    .description("every invariant, and level by level what breaks it; changes nothing")
    .option(...json)
    .addHelpText("after", "\nExample: truestock check-inventory --json")
    .action((options) => start("check-inventory", wordsOf(options, "json"), true))

  program
    .command("recalculate-inventory")
    .description("lists the repairs that the stock needs, one a line")
    .addOption(new Option("--dry-run", "only list them; so it is without --apply").conflicts("apply"))
    .option("--apply", "make them, each in a transaction of its own and on the record")
    .option("--release-orphans", "also release reservations of orders that are gone or cancelled")
    .option("--json", "answer as JSON, one object a line, on stdout alone")
    .addHelpText("after", "\nExample: truestock recalculate-inventory --release-orphans --apply")
    .action((options) =>
      start("recalculate-inventory", wordsOf(options, "apply", "release-orphans", "json"), !options.apply)
    )

  program
    .command("clear-reservations")
    .description(
      "lists what is promised to nobody: expired or orphaned holds, what orders left of theirs, reservations of orders that are gone"
    )
    .option("--apply", "end the holds and release the reservations")
    .option(...json)
    .addHelpText("after", "\nExample: truestock clear-reservations --apply")
    .action((options) => start("clear-reservations", wordsOf(options, "apply", "json"), !options.apply))

  program
    .command("open-ledger")
    .description("opens the books of levels that nobody has touched since the ledger is there")
    .option("--dry-run", "only say how many")
    .addHelpText("after", "\nExample: truestock open-ledger --dry-run")
    .action((options) => start("open-ledger", wordsOf(options, "dry-run"), Boolean(options.dryRun)))

  program
    .command("initialize-availability")
    .description("decides every product that has no availability yet; stopped anywhere, it goes on")
    .option(...json)
    .addHelpText("after", "\nExample: truestock initialize-availability")
    .action((options) => start("initialize-availability", wordsOf(options, "json"), false))

  program
    .command("rebuild-availability")
    .description("compares read model, listing and counts with what they are made of")
    .option("--apply", "mend what differs")
    .option(...json)
    .addHelpText("after", "\nExample: truestock rebuild-availability --apply")
    .action((options) => start("rebuild-availability", wordsOf(options, "apply", "json"), !options.apply))

  const given = (option: string, value?: string) => (value === undefined ? [] : [`${option}=${value}`])
  const dryRun: [string, string] = ["--dry-run", "only say what would be done"]

  program
    .command("setup-inventory")
    .description(
      "locations, inventory items of all variants and opening stock, as a file says; stopped anywhere, it goes on"
    )
    .option("--config <file>", "the setup; default: truestock.setup.json in the folder of the shop", (file) =>
      path.resolve(file)
    )
    .option(...dryRun)
    .option(...json)
    .addHelpText("after", "\nExample: truestock setup-inventory --config shop.setup.json --dry-run")
    .action((options) =>
      start(
        "setup-inventory",
        [...given("config", options.config), ...wordsOf(options, "dry-run", "json")],
        Boolean(options.dryRun)
      )
    )

  program
    .command("migrate-simple-stock")
    .description(
      "quantities of a plain field become inventory items and levels; stopped anywhere, it goes on"
    )
    .requiredOption(
      "--from <source>",
      "metadata:<key> of variants or products, csv:<file> (sku or variant_id, quantity), column:inventory_quantity",
      (source) => source.replace(/^csv:(.+)$/s, (_, file: string) => `csv:${path.resolve(file)}`)
    )
    .option("--location <id|code|name>", "where the stock lies; default: the store's default location")
    .option(...dryRun)
    .option(...json)
    .addHelpText(
      "after",
      "\nExample: truestock migrate-simple-stock --from metadata:quantity --location main"
    )
    .action((options) =>
      start(
        "migrate-simple-stock",
        [
          ...given("from", options.from),
          ...given("location", options.location),
          ...wordsOf(options, "dry-run", "json"),
        ],
        Boolean(options.dryRun)
      )
    )

  program
    .command("set-costs")
    .description(
      "what items cost from now on, as a file says, in place of their average; all of it or nothing"
    )
    .requiredOption(
      "--csv <file>",
      "with the columns sku or inventory_item_id, unit_cost, currency",
      (file: string) => path.resolve(file)
    )
    .option("--reason <text>", "kept with each cost; default: correction")
    .option(...json)
    .addHelpText("after", '\nExample: truestock set-costs --csv costs.csv --reason "price list 2027"')
    .action((options) =>
      start(
        "set-costs",
        [...given("csv", options.csv), ...given("reason", options.reason), ...wordsOf(options, "json")],
        false
      )
    )

  program
    .command("feed-token <channel>")
    .description("makes the token that opens a sales channel's feed without a header; it is told once")
    .option("--rotate", "in the place of another, which opens nothing any more")
    .option(...json)
    .addHelpText("after", '\nExample: truestock feed-token "Online Store"')
    .action((channel: string, options) =>
      start("feed-token", [...given("channel", channel), ...wordsOf(options, "rotate", "json")], false)
    )

  addDistributorCommands(program, start)

  program
    .command("guard-mode")
    .description("says what the guard does with promises that stock does not cover, or changes it")
    .addArgument(new Argument("[mode]").choices(GUARD_MODES))
    .addHelpText("after", "\nExample: truestock guard-mode observe")
    .action((mode?: string) => start("guard-mode", mode ? [mode] : [], true))

  return program
}
