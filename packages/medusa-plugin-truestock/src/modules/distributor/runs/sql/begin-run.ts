import { type Connection, query } from "../../../../database/connection"

/**
 * Notes that a run is under way; false = it has ended meanwhile. Called under its source's lease: whoever had that before
 * may have done the run to its end.
 */
export async function beginRun(connection: Connection, id: string): Promise<boolean> {
  const rows = await query(
    connection,
    `update distributor_run set status = 'running', error = null, ended_at = null,
       started_at = coalesce(started_at, truestock_now())
     where id = :id and status in ('requested', 'running') returning id`,
    { id }
  )
  return rows.length === 1
}
