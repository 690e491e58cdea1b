import { type Connection, query } from "../../../database/connection"

export const SHORTFALL_STATUSES = ["open", "resolved", "all"] as const
export type ShortfallStatus = (typeof SHORTFALL_STATUSES)[number]

export type ShortfallQuestion = {
  status: ShortfallStatus
  inventory_item_id?: string
  location_id?: string
  limit: number
  offset: number
}

export type Shortfall = {
  id: string
  inventory_item_id: string
  sku: string | null
  title: string | null
  location_id: string
  location_name: string | null
  /** Units missing now, or when it was resolved. */
  quantity: number
  opened_at: Date
  resolved_at: Date | null
}

const STATUS: Record<ShortfallStatus, string> = {
  open: "and resolved_at is null",
  resolved: "and resolved_at is not null",
  all: "",
}

/**
 * Shortfalls, the newest first, and how many there are in all: one statement, so that both are of one snapshot.
 */
export async function listShortfalls(
  connection: Connection,
  { status, inventory_item_id, location_id, limit, offset }: ShortfallQuestion
): Promise<{ shortfalls: Shortfall[]; count: number }> {
  const matching = `from inventory_shortfall where deleted_at is null ${STATUS[status]}
    ${inventory_item_id === undefined ? "" : "and inventory_item_id = :inventory_item_id"}
    ${location_id === undefined ? "" : "and location_id = :location_id"}`
  const rows = await query<Shortfall & { count: number }>(
    connection,
    `select total.count, f.id, f.inventory_item_id, item.sku, item.title, f.location_id,
       location.name as location_name, cast(f.quantity as float) as quantity, f.opened_at, f.resolved_at
     from (select cast(count(*) as integer) as count ${matching}) total
     left join (select * ${matching} order by opened_at desc, id desc limit :limit offset :offset) f on true
     left join inventory_item item on item.id = f.inventory_item_id
     left join stock_location location on location.id = f.location_id
     order by f.opened_at desc, f.id desc`,
    { inventory_item_id: inventory_item_id ?? null, location_id: location_id ?? null, limit, offset }
  )
  const shortfalls = rows.flatMap(({ count: _, ...row }) => (row.id ? [row] : []))
  return { shortfalls, count: rows[0]?.count ?? 0 }
}
