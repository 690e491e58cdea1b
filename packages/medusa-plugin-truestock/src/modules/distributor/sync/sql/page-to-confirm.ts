import { type Connection, query } from "../../../../database/connection"

/** The titles that a snapshot speaks of, by its words or its silence: all that the run follows but those that are missing. */
export async function pageToConfirm(
  connection: Connection,
  page: { run_id: string; source_id: string; eans: string[] | null; after: string; limit: number }
): Promise<string[]> {
  const rows = await query<{ ean13: string }>(
    connection,
    `select t.ean13 from distributor_title t
     where t.source_id = :source_id and t.sync_status = 'imported' and t.ean13 > :after
       and (cast(:eans as text[]) is null or t.ean13 = any(:eans))
       and not exists (select from distributor_sighting g where g.source_id = t.source_id and g.ean13 = t.ean13
         and g.missing_since is not null and not exists (select from distributor_staged s where s.run_id = :run_id
           and s.ean13 = t.ean13 and s.change = 'changed'))
     order by t.ean13 limit :limit`,
    page
  )
  return rows.map(({ ean13 }) => ean13)
}
