import { type Connection, query } from "../../../../database/connection"

/**
 * The next titles that a run has staged and not applied; none = all are done. Locks the staged rows and then the titles,
 * both in EAN order, as everybody who writes titles.
 */
export async function claimStaged(
  connection: Connection,
  run_id: string,
  source_id: string,
  limit: number
): Promise<string[]> {
  const rows = await query<{ ean13: string }>(
    connection,
    `select ean13 from distributor_staged where run_id = :run_id and applied_at is null
     order by ean13 limit :limit for update`,
    { run_id, limit }
  )
  const eans = rows.map(({ ean13 }) => ean13)
  await query(
    connection,
    `select ean13 from distributor_title where source_id = :source_id and ean13 = any(cast(:eans as text[]))
     order by ean13 for update`,
    { source_id, eans }
  )
  return eans
}
