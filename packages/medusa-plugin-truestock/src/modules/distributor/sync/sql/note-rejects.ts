import type { Reject } from "truestock-distributor-feeds"
import { type Connection, query } from "../../../../database/connection"

export async function noteRejects(connection: Connection, run_id: string, rejects: Reject[]): Promise<void> {
  await query(
    connection,
    `insert into distributor_reject (run_id, row, code, reason, raw)
     select :run_id, k.row, k.code, k.reason, k.raw
     from jsonb_to_recordset(cast(:rejects as jsonb)) as k(row bigint, code text, reason text, raw text)`,
    // A damaged row may hold what the database cannot store.
    { run_id, rejects: JSON.stringify(rejects).replace(/\\u0000/g, "\\ufffd") }
  )
}

export type RejectQuestion = { run_id: string; limit: number; offset: number }

export async function listRejects(
  connection: Connection,
  question: RejectQuestion
): Promise<{ rejects: Reject[]; count: number }> {
  const rejects = await query<Reject>(
    connection,
    `select cast(row as float8) as row, code, reason, raw from distributor_reject where run_id = :run_id
     order by distributor_reject.row limit :limit offset :offset`,
    question
  )
  const [counted] = await query<{ count: number }>(
    connection,
    `select count(*)::integer as count from distributor_reject where run_id = :run_id`,
    question
  )
  return { rejects, count: counted!.count }
}
