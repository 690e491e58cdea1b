import { type Connection, query } from "../../../../database/connection"

/** Whether there is such a location, or was: a report can be about the time before it was deleted. */
export async function isLocation(connection: Connection, id: string): Promise<boolean> {
  const rows = await query(connection, "select from stock_location where id = :id", { id })
  return rows.length > 0
}
