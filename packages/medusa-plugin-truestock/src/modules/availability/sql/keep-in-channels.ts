import { type Connection, query } from "../../../database/connection"

/**
 * Which of the products of a page are still in one of the channels, in the order given. The read model follows
 * within moments; what may be shown to whom does not wait for it.
 */
export async function keepInChannels(
  connection: Connection,
  productIds: string[],
  salesChannelIds: string[]
): Promise<string[]> {
  const rows = await query<{ product_id: string }>(
    connection,
    `select distinct product_id from product_sales_channel
     where product_id = any(cast(:product_ids as text[]))
       and sales_channel_id = any(cast(:sales_channel_ids as text[])) and deleted_at is null`,
    { product_ids: productIds, sales_channel_ids: salesChannelIds }
  )
  const kept = new Set(rows.map((row) => row.product_id))
  return productIds.filter((id) => kept.has(id))
}
