import { connect, type Client } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import type { Bar, Figures, Row } from "../frame/figures.js"
import { median } from "../frame/medians.js"
import type { Copies } from "../shop/copies.js"
import { updateLevels } from "./ledger.js"
import { quick, releaseMany, reserveAndRelease, reserveMany, setStock } from "./raw-writes.js"
import { ratio, takeTurns, times } from "../frame/turns.js"

const SINGLES = 40
const BULK_LEVELS = 100_000
const BULK_RESERVATIONS = 20_000
const AT_MOST = 1.2
const BULK_AT_MOST = 1.3
const ROUNDS = 2

type Spent = { reserve: number[]; set: number[]; bulkReserve: number[]; bulkSet: number[] }

/**
 * A connection of the pool serves a checkout and a sync, and its triggers keep their plans: neither may pay for what
 * the other did before. Each turn is a connection of its own, which does the small first, or the large.
 */
export async function plans({ all }: Copies, items: string[]): Promise<Figures> {
  const spent = { smallFirst: empty(), bulkFirst: empty() }
  const turn = (order: keyof typeof spent) => async () => {
    const client = await quick(await connect(all))
    try {
      if (order === "smallFirst") await small(client, items, spent[order])
      await bulk(client, items, spent[order])
      if (order === "bulkFirst") await small(client, items, spent[order])
    } finally {
      await client.end()
    }
    return []
  }
  await step("Measure small writes before and after large ones in one connection", () =>
    takeTurns({ smallFirst: turn("smallFirst"), bulkFirst: turn("bulkFirst") }, ROUNDS)
  )
  const { smallFirst, bulkFirst } = spent
  const lines = [
    line(
      "one reserved and released, after bulk against before",
      bulkFirst.reserve,
      smallFirst.reserve,
      AT_MOST
    ),
    line("one level set, after bulk against before", bulkFirst.set, smallFirst.set, AT_MOST),
    line(
      "20,000 reserved, after small against before",
      smallFirst.bulkReserve,
      bulkFirst.bulkReserve,
      BULK_AT_MOST
    ),
    line(
      "100,000 levels set, after small against before",
      smallFirst.bulkSet,
      bulkFirst.bulkSet,
      BULK_AT_MOST
    ),
  ]
  return {
    tables: [
      { title: "one connection", columns: ["before ms", "after ms", "ratio"], rows: lines.map((l) => l.row) },
    ],
    checks: [],
    bars: lines.map((l) => l.bar),
  }
}

const empty = (): Spent => ({ reserve: [], set: [], bulkReserve: [], bulkSet: [] })

async function small(client: Client, items: string[], spent: Spent): Promise<void> {
  const item = items.at(-1)!
  spent.reserve.push(...(await reserveAndRelease(client, item, SINGLES)))
  spent.set.push(...(await setStock(client, item, SINGLES)))
}

async function bulk(client: Client, items: string[], spent: Spent): Promise<void> {
  spent.bulkReserve.push(await reserveMany(client, items.slice(0, BULK_RESERVATIONS)))
  await releaseMany(client)
  spent.bulkSet.push(await updateLevels(client, BULK_LEVELS))
}

function line(name: string, after: number[], before: number[], atMost: number): { row: Row; bar: Bar } {
  const value = ratio(after, before)
  return {
    row: { name, values: [median(before), median(after), times(value)] },
    bar: { name, value, unit: "x", atMost },
  }
}
