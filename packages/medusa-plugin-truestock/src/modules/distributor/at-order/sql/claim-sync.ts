import { type Connection, query } from "../../../../database/connection"

/**
 * Has this run be the one that brings the titles up to date, those of which no other is: what was looked up leads to one
 * sync, however many orders it refuses. Locks their rows in EAN order; in the transaction that makes the run.
 */
export async function claimSync(
  connection: Connection,
  claim: { source_id: string; eans: string[]; run_id: string }
): Promise<string[]> {
  const rows = await query<{ ean13: string }>(
    connection,
    `update distributor_look_up u set sync_run_id = :run_id
     from (select ean13 from distributor_look_up
       where source_id = :source_id and ean13 = any(cast(:eans as text[])) and sync_run_id is null
       order by ean13 for update) k
     where u.source_id = :source_id and u.ean13 = k.ean13 returning u.ean13`,
    claim
  )
  return rows.map(({ ean13 }) => ean13).sort()
}
