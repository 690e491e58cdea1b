import { connect, type Client, withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import type { Bar, Figures, Row } from "../frame/figures.js"
import { median } from "../frame/medians.js"
import { type Copies, dropTriggers } from "../shop/copies.js"
import { quick, reserveAndRelease, setStock } from "./raw-writes.js"
import { ratio, takeTurns, timed, times } from "../frame/turns.js"

const SHORT = 50_000
const PER_PRODUCT = 50
const PER_LEVEL = 25
const AT_MOST = 1.2
const ROUNDS = 8
const CALLS = 30
const PAGE = 50

/** What a write and a page of movements cost, in a ledger of 50 movements a product and in one of 50,000. */
export async function longLedger(copies: Copies, items: string[], products: number): Promise<Figures> {
  const long = products * PER_PRODUCT
  await dropTriggers(copies.all, "truestock feed")
  await step(`Write ${long.toLocaleString("en-US")} movements`, async () => {
    await fill(copies.ledger, SHORT)
    await fill(copies.all, long)
  })
  const [shortLedger, fullLedger] = [
    await quick(await connect(copies.ledger)),
    await quick(await connect(copies.all)),
  ]
  try {
    const compare = (name: string, turn: (client: Client) => Promise<number[]>) =>
      step(`Measure ${name}`, async () =>
        line(name, await takeTurns({ short: () => turn(shortLedger), long: () => turn(fullLedger) }, ROUNDS))
      )
    const item = items[0]!
    const lines = [
      await compare("one reserved and released", (client) => reserveAndRelease(client, item, CALLS)),
      await compare("stock set", (client) => setStock(client, item, CALLS)),
      await compare("a page of an item's movements", (client) => pages(client, "inventory_item_id", items)),
      await compare("a page of all movements", (client) => pages(client, null, items)),
    ]
    const title = `movements in the ledger`
    const columns = ["50,000: ms", `${long.toLocaleString("en-US")}: ms`, "ratio"]
    return {
      tables: [{ title, columns, rows: lines.map((l) => l.row) }],
      checks: [],
      bars: lines.map((l) => l.bar),
    }
  } finally {
    await Promise.all([shortLedger.end(), fullLedger.end()])
  }
}

/** Movements of the first levels in turn, 25 of each. Indexes are made afterwards, to save a minute. */
function fill(databaseUrl: string, count: number): Promise<unknown> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
       where indrelid = 'stock_movement'::regclass and not indisprimary`
    )
    await client.query("alter table stock_movement disable trigger user")
    await client.query("truncate stock_movement")
    await client.query("alter table stock_movement enable trigger user")
    for (const { name } of rows) await client.query(`drop index ${name}`)
    await client.query(
      `insert into stock_movement (level_id, inventory_item_id, location_id, kind, stocked_delta, stocked_balance,
         reserved_delta, reserved_balance, incoming_delta, incoming_balance)
       select l.id, l.inventory_item_id, l.location_id, 'set', 1, i, 0, 0, 0, 0
       from generate_series(1, $1::int) i
       join (select *, row_number() over (order by md5(inventory_item_id), id) - 1 as n from inventory_level) l
         on l.n = i % ($1 / ${PER_LEVEL})`,
      [count]
    )
    for (const { definition } of rows) await client.query(definition)
    await client.query("vacuum analyze stock_movement")
  })
}

async function pages(client: Client, by: "inventory_item_id" | null, items: string[]): Promise<number[]> {
  const spent: number[] = []
  for (const item of items.slice(0, CALLS)) {
    const sql = `select * from stock_movement where ${by === null ? "$1::text <> ''" : `${by} = $1`} order by id desc limit ${PAGE}`
    spent.push(await timed(() => client.query(sql, [item])))
  }
  return spent
}

function line(name: string, { short, long }: { short: number[]; long: number[] }): { row: Row; bar: Bar } {
  const value = ratio(long, short)
  return {
    row: { name, values: [median(short), median(long), times(value)] },
    bar: { name: `${name}, long ledger against 50,000 movements`, value, unit: "x", atMost: AT_MOST },
  }
}
