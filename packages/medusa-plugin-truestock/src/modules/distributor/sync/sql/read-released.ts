import type { LocationStock } from "truestock-distributor-feeds"
import { type Connection, query } from "../../../../database/connection"
import type { SaleTerms, TitleRecord } from "../../titles/title"

export type ReleasedTitle = {
  ean13: string
  record: TitleRecord
  locations: LocationStock[]
  terms: SaleTerms
  digest: string | null
  on_hand: number | null
  as_of: string | null
}

/** Titles whose release has passed since their terms were made: a feed of changes does not say so. */
export async function pageOfReleased(
  connection: Connection,
  page: { source_id: string; now: string; after: string; limit: number }
): Promise<ReleasedTitle[]> {
  return query<ReleasedTitle>(
    connection,
    `select t.ean13, t.record, t.locations, t.terms, t.digest, t.on_hand, to_json(g.as_of) #>> '{}' as as_of
     from distributor_title t left join distributor_sighting g using (source_id, ean13)
     where t.source_id = :source_id and t.sync_status = 'imported' and t.ean13 > :after
       and least((t.terms ->> 'release_date')::timestamptz, (t.terms ->> 'strict_on_sale_date')::timestamptz)
         <= cast(:now as timestamptz)
     order by t.ean13 limit :limit`,
    page
  )
}
