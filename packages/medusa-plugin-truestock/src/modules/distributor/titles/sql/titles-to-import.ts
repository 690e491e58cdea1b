import { type Connection, query } from "../../../../database/connection"
import type { Title } from "../title"
import { TITLE, TITLES } from "./title-columns"

/**
 * The next titles, by EAN, that are to become products: those that are not in the shop yet, or failed the last time; named
 * ones whatever became of them. A title without a name is among them, since the shop may have it under its ISBN.
 */
export async function titlesToImport(
  connection: Connection,
  page: { source_id: string; eans: string[] | null; after: string; limit: number }
): Promise<Title[]> {
  return query<Title>(
    connection,
    `select ${TITLE} from ${TITLES}
     where t.source_id = :source_id and t.ean13 > :after
       and case when cast(:eans as text[]) is null then t.sync_status in ('discovered', 'enriched', 'failed')
         else t.ean13 = any(:eans) end
     order by t.ean13 limit :limit`,
    page
  )
}

/** How many there are. */
export async function countToImport(
  connection: Connection,
  { source_id, eans }: { source_id: string; eans: string[] | null }
): Promise<number> {
  const [row] = await query<{ count: number }>(
    connection,
    `select count(*)::integer as count from distributor_title t where t.source_id = :source_id
       and case when cast(:eans as text[]) is null then t.sync_status in ('discovered', 'enriched', 'failed')
         else t.ean13 = any(:eans) end`,
    { source_id, eans }
  )
  return row!.count
}
