import { type Connection, query } from "../../../../database/connection"

/** What a run would do, as far as a guard asks. */
export type StagedSummary = {
  staged: number
  /** Titles that had stock and would have none. */
  to_zero: number
  /** Titles that are not in the full, and those that have not been in the one before either. */
  missing: number
  /** Of all tracked titles of the run: those that have stock now. */
  with_stock: number
}

export async function summarizeStaged(
  connection: Connection,
  run_id: string,
  source_id: string,
  eans: string[] | null
): Promise<StagedSummary> {
  const [summary] = await query<StagedSummary>(
    connection,
    `select count(*)::integer as staged,
       count(*) filter (where (before ->> 'on_hand')::integer > 0
         and on_hand = 0)::integer as to_zero,
       count(*) filter (where change in ('missing', 'removed'))::integer as missing,
       (select count(*)::integer from distributor_title t where t.source_id = :source_id and t.sync_status = 'imported'
         and t.on_hand > 0 and (cast(:eans as text[]) is null or t.ean13 = any(:eans))) as with_stock
     from distributor_staged where run_id = :run_id`,
    { run_id, source_id, eans }
  )
  return summary!
}
