import { type Connection, query } from "../../../../database/connection"

/** A page of the titles that a run has applied, by EAN. */
export async function pageOfApplied(
  connection: Connection,
  page: { run_id: string; after: string; limit: number }
): Promise<string[]> {
  const rows = await query<{ ean13: string }>(
    connection,
    `select ean13 from distributor_staged
     where run_id = :run_id and applied_at is not null and ean13 > :after order by ean13 limit :limit`,
    page
  )
  return rows.map(({ ean13 }) => ean13)
}
