import { type Connection, query } from "../../../database/connection"

/** Changes that are ready to be drained; those another process is working on count until it commits. */
export async function countWaiting(connection: Connection): Promise<number> {
  const [row] = await query<{ count: number }>(
    connection,
    `select count(*)::int as count from availability_change
     where id > (select settled_id from availability_change_cursor)
       and (attempts = 0 or due_at <= truestock_now())`
  )
  return row?.count ?? 0
}
