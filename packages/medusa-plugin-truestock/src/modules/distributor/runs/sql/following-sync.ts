import { type Connection, query } from "../../../../database/connection"

/** The first sync of the whole source that was asked for after such a one, whatever became of it. */
export async function followingSync(connection: Connection, run_id: string): Promise<string | null> {
  const [run] = await query<{ id: string }>(
    connection,
    `select n.id from distributor_run r join distributor_run n on n.source_id = r.source_id and n.kind = r.kind
       and n.target = r.target and not n.is_dry_run and n.created_at > r.created_at
     where r.id = :run_id and r.kind = 'sync' and r.status = 'done' and not r.is_dry_run
       and r.target = cast('{}' as jsonb)
     order by n.created_at, n.id limit 1`,
    { run_id }
  )
  return run?.id ?? null
}
