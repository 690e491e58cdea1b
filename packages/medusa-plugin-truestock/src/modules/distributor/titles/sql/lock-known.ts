import { type Connection, query } from "../../../../database/connection"
import type { SyncStatus } from "../title"

/** What is known of a title before it is enriched. `as_of`: of when its figures are. */
export type LockedTitle = {
  ean13: string
  sync_status: SyncStatus
  digest: string | null
  on_hand: number | null
  as_of: string | null
  is_missing: boolean
}

/** The titles among those named that are in the queue; locks them, in EAN order. */
export async function lockKnown(
  connection: Connection,
  source_id: string,
  eans: string[]
): Promise<LockedTitle[]> {
  return query<LockedTitle>(
    connection,
    `select t.ean13, t.sync_status, t.digest, t.on_hand, to_json(g.as_of) #>> '{}' as as_of,
       g.missing_since is not null as is_missing
     from distributor_title t left join distributor_sighting g using (source_id, ean13)
     where t.source_id = :source_id and t.ean13 = any(cast(:eans as text[]))
     order by t.ean13 for update of t`,
    { source_id, eans }
  )
}
