import { type Connection, query } from "../../../database/connection"

export async function channelExists(connection: Connection, salesChannelId: string): Promise<boolean> {
  const rows = await query(connection, "select 1 from sales_channel where id = :id and deleted_at is null", {
    id: salesChannelId,
  })
  return rows.length > 0
}
