import { type Connection, query } from "../../../database/connection"

export async function locationExists(connection: Connection, locationId: string): Promise<boolean> {
  const rows = await query(connection, "select 1 from stock_location where id = :id and deleted_at is null", {
    id: locationId,
  })
  return rows.length > 0
}
