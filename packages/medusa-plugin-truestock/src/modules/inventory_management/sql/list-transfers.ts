import { type Connection, query } from "../../../database/connection"
import type { Transfer, TransferLine, TransferStatus } from "../stockroom/transfer"
import { productTitle } from "./items-of-variants"

export type TransferQuestion = {
  status?: TransferStatus
  id?: string
  from_location_id?: string
  to_location_id?: string
  inventory_item_id?: string
  limit: number
  offset: number
}

export type ListedTransfer = Omit<Transfer, "lines"> & {
  from_location_name: string | null
  to_location_name: string | null
  lines: (TransferLine & { sku: string | null; title: string | null; product_title: string | null })[]
}

const FILTERS = ["status", "id", "from_location_id", "to_location_id"] as const

/** The lines of transfer `t` with what their items are called, in the order of the paper. */
const NAMED_LINES = `select jsonb_agg(line || jsonb_build_object('sku', item.sku, 'title', item.title,
    'product_title', ${productTitle("item.id")}) order by n)
  from jsonb_array_elements(paper.json -> 'lines') with ordinality as l(line, n)
  left join inventory_item item on item.id = line ->> 'inventory_item_id'`

/** Transfers with their lines, the newest first, and how many there are in all, of one snapshot. */
export async function listTransfers(
  connection: Connection,
  { limit, offset, inventory_item_id, ...filters }: TransferQuestion
): Promise<{ transfers: ListedTransfer[]; count: number }> {
  const given = FILTERS.filter((name) => filters[name] !== undefined)
  const conditions = ["t.deleted_at is null", ...given.map((name) => `t.${name} = :${name}`)]
  if (inventory_item_id !== undefined) {
    conditions.push(`exists (select from stock_transfer_line l
      where l.transfer_id = t.id and l.inventory_item_id = :inventory_item_id)`)
  }
  const matching = `from stock_transfer t where ${conditions.join(" and ")}`
  const rows = await query<{ count: number; transfer: ListedTransfer | null }>(
    connection,
    `select total.count, paper.json || jsonb_build_object('from_location_name', origin.name,
       'to_location_name', destination.name, 'lines', coalesce((${NAMED_LINES}), '[]')) as transfer
     from (select cast(count(*) as integer) as count ${matching}) total
     left join (select t.* ${matching} order by t.created_at desc, t.id desc limit :limit offset :offset) t on true
     cross join lateral (select truestock_transfer_json(t.id) as json) paper
     left join stock_location origin on origin.id = t.from_location_id
     left join stock_location destination on destination.id = t.to_location_id
     order by t.created_at desc, t.id desc`,
    { ...filters, inventory_item_id: inventory_item_id ?? null, limit, offset }
  )
  return { transfers: rows.flatMap(({ transfer }) => transfer ?? []), count: rows[0]?.count ?? 0 }
}
