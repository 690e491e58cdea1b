import { type Connection, query } from "../../../../database/connection"

/** Those of the locations that none of the channels sells from, or that do not exist: to a shopper it is the same. */
export async function findForeignLocations(
  connection: Connection,
  locationIds: string[],
  salesChannelIds: string[]
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    connection,
    `select asked.id from unnest(cast(:location_ids as text[])) as asked(id)
     where not exists (
       select 1 from sales_channel_stock_location l
       join stock_location s on s.id = l.stock_location_id and s.deleted_at is null
       where l.stock_location_id = asked.id and l.deleted_at is null
         and l.sales_channel_id = any(cast(:sales_channel_ids as text[])))`,
    { location_ids: locationIds, sales_channel_ids: salesChannelIds }
  )
  return rows.map((row) => row.id)
}
