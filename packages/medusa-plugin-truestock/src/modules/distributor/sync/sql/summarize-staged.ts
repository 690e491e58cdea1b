import { type Connection, query } from "../../../../database/connection"

/** What a run would do, as far as a guard asks. */
export type StagedSummary = {
  staged: number
  /** Titles of which something can be sold and nothing could: none on hand, restricted, or ended. */
  to_zero: number
  /** Titles that are not in the full, and those that have not been in the one before either. */
  missing: number
  /** Of all tracked titles of the run: those of which something can be sold now. */
  with_stock: number
}

/** What can be sold of a title or staged row; where nobody said, what is on hand. */
const sellable = (of: "t" | "d") => `coalesce((${of}.terms ->> 'sellable')::integer, ${of}.on_hand)`

export async function summarizeStaged(
  connection: Connection,
  run_id: string,
  source_id: string,
  eans: string[] | null
): Promise<StagedSummary> {
  const [summary] = await query<StagedSummary>(
    connection,
    `select count(*)::integer as staged,
       count(*) filter (where ${sellable("t")} > 0 and ${sellable("d")} <= 0)::integer as to_zero,
       count(*) filter (where d.change in ('missing', 'removed'))::integer as missing,
       (select count(*)::integer from distributor_title t where t.source_id = :source_id and t.sync_status = 'imported'
         and ${sellable("t")} > 0 and (cast(:eans as text[]) is null or t.ean13 = any(:eans))) as with_stock
     from distributor_staged d left join distributor_title t on t.source_id = :source_id and t.ean13 = d.ean13
     where d.run_id = :run_id`,
    { run_id, source_id, eans }
  )
  return summary!
}
