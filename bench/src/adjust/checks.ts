import { withDatabase } from "../../../scripts/postgres/database.mjs"
import type { Check } from "../frame/figures.js"

/** Under these the ledger keeps what our own adjustments do; core gives no reason. */
export const REASONS = { bulk: "sync", single: "correction" } as const

/** Ledger, feed and levels say the same, and as much as we were told. */
export function checkBooks(databaseUrl: string, adjusted: number): Promise<Check[]> {
  return withDatabase(databaseUrl, async (client) => {
    const ask = async (sql: string) => (await client.query<Record<string, number>>(sql)).rows[0]!
    const { units } = await ask(
      `select coalesce(sum(stocked_delta), 0)::int as units from stock_movement
       where kind = 'adjust' and reason in ('${REASONS.bulk}', '${REASONS.single}')`
    )
    const { wrong } = await ask(
      `with chain as (
         select level_id, id, stocked_delta, stocked_balance,
           lag(stocked_balance) over w as before, lead(id) over w is null as is_last
         from stock_movement window w as (partition by level_id order by id)
       )
       select count(*)::int as wrong
       from inventory_level l left join chain c on c.level_id = l.id
       where l.deleted_at is null and (c.id is null or c.stocked_balance <> c.before + c.stocked_delta
         or (c.is_last and c.stocked_balance <> l.stocked_quantity)
         or (l.raw_stocked_quantity ->> 'value')::numeric <> l.stocked_quantity)`
    )
    const { unheard } = await ask(
      `select count(distinct m.inventory_item_id)::int as unheard from stock_movement m
       where m.kind = 'adjust' and not exists (
         select from availability_change c where c.kind = 'item' and c.ref_id = m.inventory_item_id)`
    )
    return [
      {
        name: "the ledger has every adjustment of ours, once",
        passed: units === adjusted,
        detail: `${units} units in the ledger, ${adjusted} adjusted`,
      },
      {
        name: "every level is what its movements add up to",
        passed: wrong === 0,
        detail: `${wrong} movements or levels differ`,
      },
      { name: "every changed item is in the feed", passed: unheard === 0, detail: `${unheard} are not` },
    ]
  })
}
