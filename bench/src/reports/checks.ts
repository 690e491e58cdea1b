import { withDatabase } from "../../../scripts/postgres/database.mjs"
import type { Check } from "../frame/figures.js"

/** What plain SQL adds up of the whole ledger, at a moment. */
export function truthAt(databaseUrl: string, date: Date): Promise<Record<string, number>> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<Record<string, number>>(
      `select sum(stocked_delta)::float as stocked_quantity, sum(reserved_delta)::float as reserved_quantity,
         coalesce(-sum(stocked_delta) filter (where kind = 'fulfil'), 0)::float as fulfilled_quantity
       from stock_movement where created_at < $1::timestamptz + interval '1 millisecond'`,
      [date]
    )
    return rows[0]!
  })
}

export function same(what: string, told: unknown, truth: unknown): Check {
  return {
    name: `${what} is what plain SQL over the whole ledger says`,
    passed: told === truth,
    detail: `${String(told)} against ${String(truth)}`,
  }
}
