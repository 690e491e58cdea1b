import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CheckDefinition, CheckStatus, Verdict } from "../../../health"
import type { LockFirstState } from "../lock-first/lock-first"
import type { Found } from "../sql/found"

/** What the module's checks look at. */
export type Examined = { connection: Knex; lockFirstState: () => LockFirstState }

export type StockCheck = CheckDefinition<Examined>

/** Nothing found is fine; anything is as bad as `status`, in words that end with what to do. */
export function verdictOf<Row>(
  found: Found<Row>,
  say: { ok: string; status: CheckStatus; summary: (count: number) => string; example: (row: Row) => string }
): Verdict {
  if (found.count === 0) return { status: "ok", summary: say.ok }
  return {
    status: say.status,
    summary: say.summary(found.count),
    count: found.count,
    examples: found.rows.map(say.example),
  }
}

/** "1 level is", "3 levels are" */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** How an example names a level. */
export function levelOf(row: { level_id: string; inventory_item_id: string; location_id: string }): string {
  return `level ${row.level_id} (item ${row.inventory_item_id} at ${row.location_id})`
}
