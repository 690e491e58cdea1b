import { type Connection, query } from "../../../database/connection"
import type { Transfer, TransferStatus } from "../stockroom/transfer"

export type TransferQuestion = {
  status?: TransferStatus
  id?: string
  from_location_id?: string
  to_location_id?: string
  inventory_item_id?: string
  limit: number
  offset: number
}

export type ListedTransfer = Transfer & {
  from_location_name: string | null
  to_location_name: string | null
}

const FILTERS = ["status", "id", "from_location_id", "to_location_id"] as const

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
    `select total.count, truestock_transfer_json(t.id) || jsonb_build_object('from_location_name', origin.name,
       'to_location_name', destination.name) as transfer
     from (select cast(count(*) as integer) as count ${matching}) total
     left join (select t.* ${matching} order by t.created_at desc, t.id desc limit :limit offset :offset) t on true
     left join stock_location origin on origin.id = t.from_location_id
     left join stock_location destination on destination.id = t.to_location_id
     order by t.created_at desc, t.id desc`,
    { ...filters, inventory_item_id: inventory_item_id ?? null, limit, offset }
  )
  return { transfers: rows.flatMap(({ transfer }) => transfer ?? []), count: rows[0]?.count ?? 0 }
}
