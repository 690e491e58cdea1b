import { type Connection, query } from "../../../../database/connection"

/**
 * Lets a guarded run apply what it has staged, on a person's word. Not where another run of the source has been done since:
 * its figures are newer than these. One update; whoever comes second finds it let through.
 */
export async function letThrough(
  connection: Connection,
  { id, reason, actor_id }: { id: string; reason: string; actor_id: string | null }
): Promise<boolean> {
  const rows = await query(
    connection,
    `update distributor_run r set status = 'requested', phase = 'applying', override_reason = :reason,
       overridden_by = :actor_id, ended_at = null
     where r.id = :id and r.status = 'guarded' and not r.is_dry_run and not exists (select from distributor_run n
       where n.source_id = r.source_id and n.kind = 'sync' and n.status = 'done' and not n.is_dry_run
         and n.created_at > r.created_at)
     returning r.id`,
    { id, reason, actor_id }
  )
  return rows.length === 1
}
