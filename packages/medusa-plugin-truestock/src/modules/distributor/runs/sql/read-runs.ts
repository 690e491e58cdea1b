import { type Connection, query } from "../../../../database/connection"
import type { Run, RunKind, RunStatus } from "../run"

const instant = (column: string) => `to_json(${column}) #>> '{}' as ${column}`
const RUN = `id, source_id, kind, target, status, phase, is_dry_run, snapshot, counts, verdicts, notes, override_reason, overridden_by,
  actor_id, actor_type, error, ${["created_at", "started_at", "ended_at"].map(instant).join(", ")}`

/** With the titles that it has looked up, which lists leave out. */
export async function readRun(connection: Connection, id: string): Promise<Run | null> {
  const [run] = await query<Run>(connection, `select ${RUN}, looked_up from distributor_run where id = :id`, {
    id,
  })
  return run ?? null
}

export type RunQuestion = {
  source_id: string | null
  kind: RunKind | null
  status: RunStatus | null
  limit: number
  offset: number
}

/** Runs, the newest first. */
export async function listRuns(
  connection: Connection,
  question: RunQuestion
): Promise<{ runs: Run[]; count: number }> {
  const wanted = `(cast(:source_id as text) is null or source_id = :source_id)
    and (cast(:kind as text) is null or kind = :kind) and (cast(:status as text) is null or status = :status)`
  const runs = await query<Run>(
    connection,
    `select ${RUN} from distributor_run where ${wanted}
     order by distributor_run.created_at desc, id desc limit :limit offset :offset`,
    question
  )
  const [counted] = await query<{ count: number }>(
    connection,
    `select count(*)::integer as count from distributor_run where ${wanted}`,
    question
  )
  return { runs, count: counted!.count }
}
