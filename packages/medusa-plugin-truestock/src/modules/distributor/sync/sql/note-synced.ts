import type { Snapshot } from "truestock-distributor-feeds"
import { type Connection, query } from "../../../../database/connection"

/** Remembers which snapshot was applied last; what is older is refused from now on. */
export async function noteSynced(
  connection: Connection,
  source_id: string,
  snapshot: Snapshot | null,
  rows: number
): Promise<void> {
  await query(
    connection,
    `update distributor_source set synced_at = truestock_now(),
       as_of = greatest(as_of, coalesce(cast(:as_of as timestamptz), truestock_now())),
       full_sequence = case when :kind = 'full' then cast(:sequence as text) else full_sequence end,
       full_rows = case when :kind = 'full' then :rows else full_rows end,
       delta_sequence = case :kind when 'delta' then cast(:sequence as text) when 'full' then null else delta_sequence end
     where id = :source_id`,
    {
      source_id,
      rows,
      kind: snapshot?.kind ?? "lookup",
      sequence: snapshot?.sequence ?? null,
      as_of: snapshot?.as_of ?? null,
    }
  )
}
