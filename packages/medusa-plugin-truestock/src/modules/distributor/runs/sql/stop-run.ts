import { type Connection, query } from "../../../../database/connection"

/** Ends a run that is wanted or under way: its process finds its lease gone, and writes nothing more. */
export async function stopRun(connection: Connection, id: string): Promise<boolean> {
  const rows = await query(
    connection,
    `with stopped as (
       update distributor_run set status = 'stopped', ended_at = truestock_now()
       where id = :id and status in ('requested', 'running') returning id, source_id
     ), freed as (
       update distributor_source s set lease_run_id = null, lease_holder = null, lease_until = null
       from stopped where s.id = stopped.source_id and s.lease_run_id = stopped.id
     )
     select id from stopped`,
    { id }
  )
  return rows.length === 1
}
