import { type Connection, query } from "../../../database/connection"
import type { CountLine } from "../stockroom/count"
import { ITEMS_OF_VARIANTS, productTitle } from "./items-of-variants"

export const COUNT_LINE_FILTERS = ["counted", "differing", "uncounted", "all"] as const
export type CountLineFilter = (typeof COUNT_LINE_FILTERS)[number]

export type CountLineQuestion = {
  count_id: string
  show: CountLineFilter
  /** A part of SKU, title or product title, in any case, or a whole barcode of a variant. */
  q?: string
  limit: number
  offset: number
}

const SHOW: Record<CountLineFilter, string> = {
  counted: "k.counted_quantity is not null",
  differing: "k.counted_quantity <> k.expected_quantity",
  uncounted: "k.counted_quantity is null",
  all: "true",
}

const SEARCH = `(strpos(lower(item.sku), lower(:q)) > 0 or strpos(lower(item.title), lower(:q)) > 0
  or k.inventory_item_id in (${ITEMS_OF_VARIANTS}))`

/**
 * What was counted, and what of the location's levels was not, by SKU; and how many lines that are, of one snapshot. A
 * closed count has no uncounted lines: what the books had then is the ledger's to say.
 */
export async function listCountLines(
  connection: Connection,
  { count_id, show, q, limit, offset }: CountLineQuestion
): Promise<{ lines: CountLine[]; count: number }> {
  const rows = await query<CountLine & { count: number }>(
    connection,
    `with k as (
       select coalesce(l.inventory_item_id, v.inventory_item_id) as inventory_item_id, l.counted_quantity,
         coalesce(l.expected_quantity, v.stocked_quantity, 0) as expected_quantity,
         coalesce(v.stocked_quantity, 0) as stocked_quantity, l.counted_by, l.counted_at
       from (select * from stock_count_line where count_id = :count_id) l
       full join (
         select v.* from inventory_level v join stock_count c on c.id = :count_id and c.location_id = v.location_id
         where v.deleted_at is null
       ) v on v.inventory_item_id = l.inventory_item_id
       where l.inventory_item_id is not null
         or exists (select from stock_count c where c.id = :count_id and c.status = 'open')
     ), shown as (
       select k.*, item.sku, item.title
       from k left join inventory_item item on item.id = k.inventory_item_id
       where ${SHOW[show]} and ${q === undefined ? "true" : SEARCH}
     )
     select total.count, inventory_item_id, sku, title, ${productTitle("page.inventory_item_id")} as product_title,
       cast(counted_quantity as float) as counted_quantity,
       cast(expected_quantity as float) as expected_quantity,
       cast(counted_quantity - expected_quantity as float) as difference,
       cast(stocked_quantity as float) as stocked_quantity, counted_by, counted_at
     from (select cast(count(*) as integer) as count from shown) total
     left join (
       select * from shown order by sku nulls last, inventory_item_id limit :limit offset :offset
     ) page on true
     order by sku nulls last, inventory_item_id`,
    { count_id, q: q ?? null, limit, offset }
  )
  const lines = rows.flatMap(({ count: _, ...line }) => (line.inventory_item_id ? [line] : []))
  return { lines, count: rows[0]?.count ?? 0 }
}
