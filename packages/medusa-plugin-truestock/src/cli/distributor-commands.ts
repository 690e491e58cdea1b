import { type Command, Option } from "commander"

type Start = (name: string, words: string[], lookOnly: boolean) => Promise<void>

type Options = {
  source?: string
  search?: string
  isbn?: string[]
  limit?: string
  update?: string
  override?: string
  reason?: string
  dryRun?: true
  json?: true
}

/** Words for a script: `limit=5`, and what is only said. */
function wordsOf({ isbn = [], dryRun, json, ...given }: Options): string[] {
  const named = Object.entries(given).map(([option, value]) => `${option}=${value}`)
  return [
    ...[...named, ...isbn.map((each) => `isbn=${each}`)],
    ...[...(dryRun ? ["dry-run"] : []), ...(json ? ["json"] : [])],
  ]
}

/** The commands for what distributors offer and have in stock. */
export function addDistributorCommands(program: Command, start: Start): void {
  const source: [string, string] = ["--source <id>", "which distributor, where there are several"]
  const limit: [string, string] = ["--limit <n>", "no more than so many titles"]
  const dryRun: [string, string] = ["--dry-run", "only say what would be done"]
  const json: [string, string] = ["--json", "answer as JSON, on stdout alone"]

  program
    .command("setup-distributor <source>")
    .description("makes the distributor's stock location, and has the sales channel sell from it")
    .option(...json)
    .addHelpText("after", "\nExample: truestock setup-distributor ingram")
    .action((named: string, options: Options) =>
      start("setup-distributor", wordsOf({ ...options, source: named }), false)
    )

  program
    .command("reset-circuit <source>")
    .description(
      "has a site that has refused asked again before its hour is over; log in there by hand first"
    )
    .requiredOption("--reason <why>", "why it may be asked again")
    .option(...json)
    .addHelpText("after", '\nExample: truestock reset-circuit ingram --reason "Logged in anew"')
    .action((named: string, options: Options) =>
      start("reset-circuit", wordsOf({ ...options, source: named }), false)
    )

  program
    .command("discover <source>")
    .description("fills the catalogue queue with what the distributor offers, in stock or not")
    .addOption(new Option("--search <name>", "a saved search of the source").conflicts("isbn"))
    .option("--isbn <isbn...>", "these titles alone")
    .option(...limit)
    .option(...dryRun)
    .option(...json)
    .addHelpText("after", "\nExample: truestock discover ingram --limit 100")
    .action((named: string, options: Options) =>
      start("discover", wordsOf({ ...options, source: named }), Boolean(options.dryRun))
    )

  program
    .command("enrich <isbn...>")
    .description("looks titles up anew: their facts in the queue, and the stock of imported ones")
    .option(...source)
    .option(...json)
    .addHelpText("after", "\nExample: truestock enrich 9780439023481 9780312429980")
    .action((isbn: string[], options: Options) => start("enrich", wordsOf({ ...options, isbn }), false))

  program
    .command("import [source-or-isbn...]")
    .description("makes products of the titles in the queue, and stocks those that the shop has")
    .option(...source)
    .option(
      "--update <fields>",
      "change these of products that the shop has, imported ones too: title, subtitle, description, price, brand, publication_date, metadata"
    )
    .option(...limit)
    .option(...dryRun)
    .option(...json)
    .addHelpText("after", "\nExample: truestock import ingram --limit 50 --dry-run")
    .action((targets: string[], options: Options) =>
      start("import", [...targetsOf(targets), ...wordsOf(options)], Boolean(options.dryRun))
    )

  program
    .command("sync-stock [target...]")
    .description(
      "takes the distributor's stock; target: a source, a saved search or ISBNs, else the source's default target"
    )
    .option(...source)
    .option(...limit)
    .option("--override <reason>", "let it through its guards, and why the figures are right")
    .option(...dryRun)
    .option(...json)
    .addHelpText("after", "\nExample: truestock sync-stock ingram --dry-run")
    .action((targets: string[], options: Options) =>
      start("sync-stock", [...targetsOf(targets), ...wordsOf(options)], Boolean(options.dryRun))
    )
}

const targetsOf = (targets: string[]) => targets.map((target) => `target=${target}`)
