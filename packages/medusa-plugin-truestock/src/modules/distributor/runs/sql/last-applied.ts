import type { Snapshot } from "truestock-distributor-feeds"
import { type Connection, query } from "../../../../database/connection"

export type LastApplied = { id: Snapshot["id"]; as_of: Snapshot["as_of"]; ended_at: string }

/** The file that was last applied as a whole: the one that the source is at. */
export async function lastApplied(connection: Connection, source_id: string): Promise<LastApplied | null> {
  const [last] = await query<LastApplied>(
    connection,
    `select r.snapshot ->> 'id' as id, r.snapshot ->> 'as_of' as as_of, to_json(r.ended_at) #>> '{}' as ended_at
     from distributor_run r join distributor_source s on s.id = r.source_id
     where r.source_id = :source_id and r.kind = 'sync' and r.status = 'done' and not r.is_dry_run
       and r.snapshot ->> 'sequence' = coalesce(s.delta_sequence, s.full_sequence)
     order by r.ended_at desc, r.id desc limit 1`,
    { source_id }
  )
  return last ?? null
}
