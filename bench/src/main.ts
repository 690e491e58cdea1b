import { textOf } from "../../scripts/process/problem.mjs"
import { runMain, shutdownOnSignals } from "../../scripts/process/shutdown.mjs"
import { benchmarks } from "./benchmarks.js"
import { parseArguments, usage } from "./frame/arguments.js"
import { type Figures, failed } from "./frame/figures.js"
import { fsyncCost } from "./frame/fsync.js"
import { machine } from "./frame/machine.js"
import { report } from "./frame/report.js"
import { throwAwayDatabase } from "./shop/database.js"

shutdownOnSignals(() => 130)

await runMain(async () => {
  const options = parseArguments(process.argv.slice(2), benchmarks)
  if (options === null) {
    console.log(usage(benchmarks))
    return 0
  }
  const database = await throwAwayDatabase(process.env.DATABASE_URL, options.name)
  const fsyncBefore = await fsyncCost(database.url)
  const figures = await options.benchmark.run({ ...options, databaseUrl: database.url }).catch(noFigures)
  const fsyncAfter = await fsyncCost(database.url)
  const about = await machine(database.url, { before: fsyncBefore, after: fsyncAfter })
  await database.drop()

  console.log(report(options, figures, about))
  if (options.json) console.log(JSON.stringify({ benchmark: options.name, machine: about, ...figures }))
  return failed(figures) ? 1 : 0
})

/** What broke is the result, and the machine line may say why. */
function noFigures(error: unknown): Figures {
  return { tables: [], checks: [{ name: textOf(error), passed: false }], bars: [] }
}
