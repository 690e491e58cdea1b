import { type Connection, query } from "../../../../database/connection"
import type { Run } from "../run"

type RunChange = Partial<
  Pick<Run, "status" | "phase" | "snapshot" | "counts" | "looked_up" | "verdicts" | "error">
>

/**
 * Writes how far a run is; what is left out stays. Of a run that has come to its end, or was stopped by somebody, nothing
 * is written any more: false.
 */
export async function changeRun(connection: Connection, id: string, change: RunChange): Promise<boolean> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  const rows = await query(
    connection,
    `update distributor_run set
       status = coalesce(cast(:status as text), status),
       phase = coalesce(cast(:phase as text), phase),
       snapshot = coalesce(cast(:snapshot as jsonb), snapshot),
       counts = counts || coalesce(cast(:counts as jsonb), '{}'),
       looked_up = coalesce(cast(:looked_up as jsonb), looked_up),
       verdicts = coalesce(cast(:verdicts as jsonb), verdicts),
       error = case when cast(:status as text) in ('running', 'done') then null
         else coalesce(cast(:error as jsonb), error) end,
       started_at = case when cast(:status as text) = 'running' then coalesce(started_at, truestock_now())
         else started_at end,
       ended_at = case when cast(:status as text) in ('done', 'guarded', 'failed', 'stopped') then truestock_now()
         when cast(:status as text) is not null then null else ended_at end
     where id = :id and status in ('requested', 'running') returning id`,
    {
      id,
      status: change.status ?? null,
      phase: change.phase ?? null,
      snapshot: json(change.snapshot),
      counts: json(change.counts),
      looked_up: json(change.looked_up),
      verdicts: json(change.verdicts),
      error: json(change.error),
    }
  )
  return rows.length === 1
}
