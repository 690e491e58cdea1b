import { type Connection, query } from "../../../../database/connection"

/** A title that a sync is about: what was known of it when the run began. */
export type TrackedTitle = {
  ean13: string
  digest: string | null
  on_hand: number | null
  is_missing: boolean
}

/** A page of the titles that a sync follows, by EAN: all that are imported, or those named. */
export async function pageOfTracked(
  connection: Connection,
  page: { source_id: string; eans: string[] | null; after: string; limit: number }
): Promise<TrackedTitle[]> {
  return query<TrackedTitle>(
    connection,
    `select t.ean13, t.digest, t.on_hand, g.missing_since is not null as is_missing
     from distributor_title t left join distributor_sighting g using (source_id, ean13)
     where t.source_id = :source_id and t.sync_status = 'imported' and t.ean13 > :after
       and (cast(:eans as text[]) is null or t.ean13 = any(:eans))
     order by t.ean13 limit :limit`,
    page
  )
}
