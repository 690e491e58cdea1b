import { type Connection, query } from "../../../../database/connection"
import type { RunCounts } from "../run"

/** Adds to what a run has done, in the transaction that does it: what is counted has happened, once. */
export async function addCounts(
  connection: Connection,
  run_id: string,
  { applied, levels }: Pick<RunCounts, "applied" | "levels">
): Promise<void> {
  await query(
    connection,
    `update distributor_run set counts = counts || jsonb_build_object(
       'applied', coalesce((counts ->> 'applied')::integer, 0) + :applied,
       'levels', coalesce((counts ->> 'levels')::integer, 0) + :levels)
     where id = :run_id`,
    { run_id, applied, levels }
  )
}
