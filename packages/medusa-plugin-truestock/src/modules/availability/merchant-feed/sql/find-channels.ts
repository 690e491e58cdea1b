import { type Connection, query } from "../../../../database/connection"

/** The sales channels with this id, or, as people call them, with this name. Locks nothing. */
export async function findChannels(connection: Connection, idOrName: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    connection,
    `select id from sales_channel where deleted_at is null and (id = :channel or name = :channel) order by id`,
    { channel: idOrName }
  )
  return rows.map((row) => row.id)
}
