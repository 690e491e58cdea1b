import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { raw } from "../catalogue/numbers.js"
import { loadCatalogue, settle } from "../catalogue/load-catalogue.js"
import type { Assignment } from "../frame/benchmark.js"
import type { Bar, Figures, Row } from "../frame/figures.js"
import { ENQUEUE_EVERYTHING, untilDrained, untilSent } from "../shop/change-queue.js"
import { migrate } from "../shop/migrate.js"
import { checkReadModel } from "./checks.js"
import { startDrain } from "./drain-process.js"
import { growth, megabytes } from "./memory.js"

const LIMIT_MS = 600_000
const SECONDS_PER_100_000 = 30
const MOST_GROWTH = 1.3

const PLUS_ONE = "stocked_quantity + 1"
/** One unit more of everything, by a statement that knows nothing of us: the triggers tell. */
const EVERY_LEVEL = `update inventory_level
  set stocked_quantity = ${PLUS_ONE}, raw_stocked_quantity = ${raw(PLUS_ONE)}`

type Measured = { name: string; writeMs: number; drainMs: number; sendMs: number; memory: number[] }

/** The whole catalogue becomes dirty at once, first with an empty read model, then with a full one. */
export async function refresh({ databaseUrl, products }: Assignment): Promise<Figures> {
  await migrate(databaseUrl)
  await loadCatalogue(databaseUrl, products)
  const filled = await measure("first fill", databaseUrl, ENQUEUE_EVERYTHING)
  // A shop has been filled long before all of its stock changes: autovacuum would do this in the middle of it.
  await settle(databaseUrl)
  const changed = await measure("every level changed", databaseUrl, EVERY_LEVEL)
  const runs = [filled, changed]
  return {
    tables: [
      {
        title: "drain in one process",
        columns: COLUMNS,
        rows: runs.map((run) => row(run, products)),
        note: NOTE,
      },
    ],
    checks: [await checkReadModel(databaseUrl)],
    bars: [
      {
        name: "every level changed, until the queue is empty",
        value: changed.drainMs / 1000,
        unit: " s",
        atMost: (SECONDS_PER_100_000 * products) / 100_000,
      },
      ...runs.map(memoryBar),
    ],
  }
}

/** A fresh process each time: what the one before had grown to would hide the growth of the next. */
function measure(name: string, databaseUrl: string, change: string): Promise<Measured> {
  return step(`Measure: ${name}`, async () => {
    const drain = await startDrain(databaseUrl)
    const began = performance.now()
    await withDatabase(databaseUrl, (client) => client.query(change))
    const writeMs = performance.now() - began
    // Forgets the samples of the time before: an idle process would make any drain look like growth.
    await drain.memory()
    const drainMs = await untilDrained(databaseUrl, LIMIT_MS)
    const memory = await drain.memory()
    const sendMs = await untilSent(databaseUrl, LIMIT_MS)
    await drain.stop()
    return { name, writeMs, drainMs, sendMs, memory }
  })
}

const COLUMNS = ["write s", "drain s", "products per s", "events s", "MB first quarter", "MB last quarter"]
const NOTE =
  "write: the statement with its triggers; drain: from its commit until the queue is empty; events: sent after that"

function row({ name, writeMs, drainMs, sendMs, memory }: Measured, products: number): Row {
  const { first, last } = growth(memory)
  const perSecond = (products * 1000) / drainMs
  return {
    name,
    values: [writeMs / 1000, drainMs / 1000, perSecond, sendMs / 1000, megabytes(first), megabytes(last)],
  }
}

function memoryBar({ name, memory }: Measured): Bar {
  const { first, last } = growth(memory)
  return {
    name: `${name}, memory of last through first quarter`,
    value: last / first,
    unit: "x",
    atMost: MOST_GROWTH,
  }
}
