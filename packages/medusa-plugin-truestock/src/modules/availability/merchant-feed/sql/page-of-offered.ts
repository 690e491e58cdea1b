import { type Connection, query } from "../../../../database/connection"
import { WHOLE_CHANNEL } from "../../listing/sql/places"

/**
 * The next products, by id, that the listing of any of these channels has, whatever their status. Each channel's
 * entries are read from where the page begins, never from the first. Locks nothing.
 */
export async function pageOfOffered(
  connection: Connection,
  salesChannelIds: string[],
  after: string,
  pageSize: number
): Promise<string[]> {
  const rows = await query<{ product_id: string }>(
    connection,
    `select distinct e.product_id from listing_scope s
     cross join lateral (
       select product_id from listing_entry
       where is_whole and scope_id = s.id and product_id > :after
       order by product_id limit :page_size) e
     where s.sales_channel_id = any(cast(:sales_channel_ids as text[])) and s.category_id = '${WHOLE_CHANNEL}'
     order by e.product_id limit :page_size`,
    { sales_channel_ids: salesChannelIds, after, page_size: pageSize }
  )
  return rows.map((row) => row.product_id)
}
