import { type Connection, query } from "../../../database/connection"
import { incomingJson } from "../operations/incoming"
import type { Incoming, IncomingStatus } from "../stockroom/incoming"
import { ITEMS_OF_VARIANTS, productTitle } from "./items-of-variants"

export type IncomingQuestion = {
  status?: IncomingStatus
  id?: string
  inventory_item_id?: string
  location_id?: string
  supplier?: string
  /** A part of SKU, title, product title or supplier, in any case, or a whole barcode of a variant. */
  q?: string
  limit: number
  offset: number
}

export type ListedIncoming = Incoming & {
  sku: string | null
  title: string | null
  product_title: string | null
  location_name: string | null
}

const FILTERS = ["status", "id", "inventory_item_id", "location_id", "supplier"] as const

const SEARCH = `(strpos(lower(i.supplier), lower(:q)) > 0 or i.inventory_item_id in (
  select id from inventory_item where strpos(lower(sku), lower(:q)) > 0 or strpos(lower(title), lower(:q)) > 0
  union all ${ITEMS_OF_VARIANTS}))`

/**
 * Deliveries: those that are expected come first, the earliest first (without a date last), then the newest; and how
 * many there are in all, of one snapshot.
 */
export async function listIncoming(
  connection: Connection,
  { limit, offset, ...filters }: IncomingQuestion
): Promise<{ incoming: ListedIncoming[]; count: number }> {
  const given = FILTERS.filter((name) => filters[name] !== undefined)
  const conditions = ["i.deleted_at is null", ...given.map((name) => `i.${name} = :${name}`)]
  if (filters.q !== undefined) conditions.push(SEARCH)
  const matching = `from incoming_stock i where ${conditions.join(" and ")}`
  const order =
    "i.status <> 'expected', case when i.status = 'expected' then i.expected_at end nulls last, i.created_at desc, i.id"
  const rows = await query<{ count: number; delivery: ListedIncoming | null }>(
    connection,
    `select total.count, ${incomingJson("i")} || jsonb_build_object('sku', item.sku, 'title', item.title,
       'product_title', ${productTitle("i.inventory_item_id")}, 'location_name', location.name) as delivery
     from (select cast(count(*) as integer) as count ${matching}) total
     left join (select i.* ${matching} order by ${order} limit :limit offset :offset) i on true
     left join inventory_item item on item.id = i.inventory_item_id
     left join stock_location location on location.id = i.location_id
     order by ${order}`,
    { ...filters, limit, offset }
  )
  return {
    incoming: rows.flatMap(({ delivery }) => (delivery?.id ? [delivery] : [])),
    count: rows[0]?.count ?? 0,
  }
}
