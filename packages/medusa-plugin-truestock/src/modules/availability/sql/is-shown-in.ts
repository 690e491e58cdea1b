import { type Connection, query } from "../../../database/connection"

/**
 * Whether the product is published in one of the channels, as Medusa's own tables say: who may see what does not wait
 * for the read model.
 */
export async function isShownIn(
  connection: Connection,
  productId: string,
  salesChannelIds: string[]
): Promise<boolean> {
  const rows = await query(
    connection,
    `select 1 from product p
     where p.id = :product_id and p.deleted_at is null and p.status = 'published'
       and exists (select 1 from product_sales_channel c
         where c.product_id = p.id and c.deleted_at is null
           and c.sales_channel_id = any(cast(:sales_channel_ids as text[])))`,
    { product_id: productId, sales_channel_ids: salesChannelIds }
  )
  return rows.length > 0
}
