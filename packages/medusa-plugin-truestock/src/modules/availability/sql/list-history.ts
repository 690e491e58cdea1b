import { type Connection, query } from "../../../database/connection"
import type { AvailabilityStatus } from "../status"

/** A change of a product's status in a channel. `from_status` null = came, `to_status` null = left. */
export type HistoryEntry = {
  id: string
  product_id: string
  sales_channel_id: string | null
  from_status: AvailabilityStatus | null
  to_status: AvailabilityStatus | null
  reason: string | null
  changed_at: Date
}

export type HistoryPage = { limit: number; offset: number }

/**
 * What became of a product, newest first, and how often anything did: one statement, so that both are of one moment.
 * Takes no locks.
 */
export async function listHistory(
  connection: Connection,
  productId: string,
  { limit, offset }: HistoryPage
): Promise<{ history: HistoryEntry[]; count: number }> {
  const ofProduct = "from availability_history where product_id = :product_id and deleted_at is null"
  const rows = await query<HistoryEntry & { count: number }>(
    connection,
    `select total.count, h.*
     from (select cast(count(*) as integer) as count ${ofProduct}) total
     left join (select id, product_id, sales_channel_id, from_status, to_status, reason, changed_at ${ofProduct}
       order by changed_at desc, id desc limit :limit offset :offset) h on true
     order by h.changed_at desc, h.id desc`,
    { product_id: productId, limit, offset }
  )
  const history = rows.flatMap(({ count: _, ...row }) => (row.id ? [row] : []))
  return { history, count: rows[0]?.count ?? 0 }
}
