import { type Connection, query } from "../../../../database/connection"

/** Whether another sync of the source, begun after this one, has come as far as applying what it staged. */
export async function isOvertaken(connection: Connection, id: string): Promise<boolean> {
  const rows = await query(
    connection,
    `select n.id from distributor_run r join distributor_run n on n.source_id = r.source_id and n.id <> r.id
     where r.id = :id and n.kind = 'sync' and not n.is_dry_run and n.phase in ('applying', 'confirming')
       and n.started_at > r.started_at
     limit 1`,
    { id }
  )
  return rows.length > 0
}
