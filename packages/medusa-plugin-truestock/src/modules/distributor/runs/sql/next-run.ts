import { type Connection, query } from "../../../../database/connection"
import type { RunKind, RunTarget } from "../run"

export type WaitingRun = { id: string; kind: RunKind; source_id: string }

/**
 * The oldest run that is wanted, or whose process has died, of a source that nobody is at work for. Not locked: whoever
 * begins it takes the source's lease.
 */
export async function nextRun(
  connection: Connection,
  sources: string[],
  kinds: RunKind[]
): Promise<WaitingRun | null> {
  const [run] = await query<WaitingRun>(
    connection,
    `select r.id, r.kind, r.source_id from distributor_run r join distributor_source s on s.id = r.source_id
     where r.status in ('requested', 'running') and r.source_id = any(cast(:sources as text[]))
       and r.kind = any(cast(:kinds as text[]))
       and (s.lease_until is null or s.lease_until <= truestock_now())
     order by r.created_at, r.id limit 1`,
    { sources, kinds }
  )
  return run ?? null
}

/**
 * Notes a sync of a source whose last one was asked for so long ago, unless one is still wanted or under way. The source's
 * row is written, so that of many processes that try at once one does it: the others find it written.
 */
export async function requestDueSync(
  connection: Connection,
  due: { id: string; source_id: string; every_seconds: number; target: RunTarget }
): Promise<boolean> {
  const rows = await query(
    connection,
    `with source as (
       update distributor_source s set sync_asked_at = truestock_now()
       where s.id = :source_id and s.location_id is not null
         and (s.sync_asked_at is null or s.sync_asked_at <= truestock_now() - make_interval(secs => :every_seconds))
         and not exists (select from distributor_run r where r.source_id = s.id and r.kind = 'sync'
           and (r.status in ('requested', 'running')
             or r.created_at > truestock_now() - make_interval(secs => :every_seconds)))
       returning s.id
     )
     insert into distributor_run (id, source_id, kind, target, created_at)
     select :id, source.id, 'sync', cast(:target as jsonb), truestock_now() from source
     returning id`,
    { ...due, target: JSON.stringify(due.target) }
  )
  return rows.length === 1
}
