import { type Connection, query } from "../../../../database/connection"
import type { Relisted } from "../relisted"
import { rankSql, WHOLE_CHANNEL } from "./places"

/** Entries as the wide rows say they should be; a scope that is missing has no number. */
const EXPECTED = `
  expected as materialized (
    select c.category_id = '${WHOLE_CHANNEL}' as is_whole, s.id as scope_id, a.sales_channel_id, c.category_id, a.product_id,
      ${rankSql("a.status")} as status_rank, a.purchasable, a.sort_title as title,
      a.product_created_at as created_at, a.product_updated_at as updated_at, a.prices
    from availability_channel a
    cross join unnest(array_append(a.category_ids, '${WHOLE_CHANNEL}')) as c(category_id)
    left join listing_scope s on s.sales_channel_id = a.sales_channel_id and s.category_id = c.category_id
    where a.is_published
  )`

const WRONG_ENTRIES = `
  select x.sales_channel_id, x.category_id, product_id, scope_id
  from expected x full join listing_entry e using (is_whole, scope_id, product_id)
  where (x.status_rank, x.purchasable, x.title, x.created_at, x.updated_at) is distinct from
    (e.status_rank, e.purchasable, e.title, e.created_at, e.updated_at)`

const WRONG_PRICES = `
  select x.sales_channel_id, x.category_id, product_id, scope_id
  from (
    select x.*, p.key as currency_code, cast(p.value as numeric) as amount
    from expected x cross join jsonb_each_text(x.prices) p
  ) x full join listing_price e using (scope_id, product_id, currency_code)
  where x.amount is distinct from e.amount`

/**
 * Up to `most` products, in their channels, of which some entry or price row is not what their wide row says: missing,
 * left over, or other. In product order, behind `after`. Entries and wide rows change in one transaction, so every
 * difference is a real one. Reads whole tables, locks nothing.
 */
export async function findMisplaced(
  connection: Connection,
  after: string,
  most: number
): Promise<{ count: number; misplaced: Relisted[] }> {
  const rows = await query<Relisted & { count: number }>(
    connection,
    `with ${EXPECTED}, wrong as (
       select coalesce(w.sales_channel_id, s.sales_channel_id) as sales_channel_id, w.product_id,
         array_agg(distinct coalesce(w.category_id, s.category_id)) as category_ids,
         true as is_moved
       from (${WRONG_ENTRIES} union ${WRONG_PRICES}) w
       left join listing_scope s on s.id = w.scope_id
       group by 1, 2
     )
     select *, (select cast(count(distinct product_id) as integer) from wrong) as count from wrong
     where product_id in (
       select distinct product_id from wrong where product_id > :after order by product_id limit :most)
     order by product_id, sales_channel_id`,
    { after, most }
  )
  return {
    count: rows[0]?.count ?? 0,
    misplaced: rows.map(({ count: _, ...relisted }) => relisted),
  }
}
