import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Check, Figures } from "../frame/figures.js"
import { median, percentile } from "../frame/medians.js"
import { perSecond } from "../load/rates.js"
import { stock } from "../shop/plenty.js"
import type { Shops } from "./shops.js"

const CLIENTS = 32
const CALLS = 960
const UNITS = 600

/** More buyers than units: each unit is granted once, as a reservation or as a hold. */
export async function lastCopies(shops: Shops, items: [string, string, string]): Promise<Figures> {
  const figures: Figures = { tables: [], checks: [], bars: [] }
  const table = { title: `${CALLS} calls for ${UNITS} units`, columns: COLUMNS, rows: [] as Row[] }
  for (const [n, name] of ["reservations", "holds", "both in turn"].entries()) {
    const item = items[n]!
    await stock(shops.all, item, UNITS)
    const calls = Array.from({ length: CALLS }, (_, i) => {
      const isHold = name === "holds" || (name === "both in turn" && i % 2 === 1)
      // The mark tells these holds from those that the other sections count.
      const hold = { ttl_seconds: 900, external_id: "last copies" }
      return [{ inventory_item_id: item, location_id: MAIN_LOCATION, quantity: 1, ...(isHold ? hold : {}) }]
    })
    const work = { method: "truestock.createReservation", calls, clients: CLIENTS }
    const done = await step(`Let ${CLIENTS} clients take the last ${UNITS}, ${name}`, () =>
      shops.perform(work)
    )
    const written = await taken(shops.all, item)
    shops.granted.reserved += written.reserved
    const { times, refused, timed_out, errors } = done
    table.rows.push({
      name,
      values: [
        times.length,
        refused,
        timed_out,
        errors.length,
        perSecond(done),
        median(times),
        percentile(times, 95),
      ],
    })
    figures.checks.push(exactly(name, times.length, written), {
      name: `the others are refused, and nothing else: ${name}`,
      passed: refused === CALLS - UNITS && timed_out + errors.length === 0,
      detail: errors[0]?.slice(0, 200) ?? `${refused} refused, ${timed_out} timed out`,
    })
  }
  return { ...figures, tables: [table] }
}

type Row = Figures["tables"][number]["rows"][number]

const COLUMNS = ["granted", "refused", "timed out", "errors", "granted per s", "p50 ms", "p95 ms"]

type Taken = { reserved: number; held: number }

function exactly(name: string, granted: number, { reserved, held }: Taken): Check {
  return {
    name: `exactly the units that are there: ${name}`,
    passed: granted === UNITS && reserved + held === UNITS,
    detail: `${granted} granted, ${reserved} reserved and ${held} held of ${UNITS}`,
  }
}

function taken(databaseUrl: string, item: string): Promise<Taken> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<Taken>(
      `select l.reserved_quantity::int as reserved, (
         select coalesce(sum(quantity), 0)::int from inventory_hold h
         where h.inventory_item_id = l.inventory_item_id and h.ended_at is null) as held
       from inventory_level l where l.inventory_item_id = $1 and l.location_id = $2 and l.deleted_at is null`,
      [item, MAIN_LOCATION]
    )
    return rows[0]!
  })
}
