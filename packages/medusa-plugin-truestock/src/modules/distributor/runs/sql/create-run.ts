import { type Connection, query } from "../../../../database/connection"
import type { RunKind, RunTarget } from "../run"

export type NewRun = {
  id: string
  source_id: string
  kind: RunKind
  target: RunTarget
  is_dry_run: boolean
  override_reason: string | null
  actor_id: string | null
  actor_type: string | null
}

/** Notes that a run is wanted. */
export async function createRun(connection: Connection, run: NewRun): Promise<void> {
  await query(
    connection,
    `insert into distributor_source (id) values (:source_id) on conflict (id) do nothing`,
    { source_id: run.source_id }
  )
  await query(
    connection,
    `insert into distributor_run (id, source_id, kind, target, is_dry_run, override_reason, actor_id, actor_type, created_at)
     values (:id, :source_id, :kind, cast(:target as jsonb), :is_dry_run, :override_reason, :actor_id, :actor_type,
       truestock_now())`,
    { ...run, target: JSON.stringify(run.target) }
  )
}
