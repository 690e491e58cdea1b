import { type Connection, query } from "../../../../database/connection"
import type { Title } from "../title"
import { TITLE, TITLES } from "./title-columns"

/** `with_imported`: those that are in the shop, too. */
type Asked = { source_id: string; eans: string[] | null; with_imported: boolean }

const WANTED = `case when cast(:eans as text[]) is null then t.sync_status in ('discovered', 'enriched', 'failed')
    or (:with_imported and t.sync_status = 'imported')
  else t.ean13 = any(:eans) end`

/**
 * The next titles, by EAN, that are to become products: those that are not in the shop yet, or failed the last time; named
 * ones whatever became of them. A title without a name is among them, since the shop may have it under its ISBN.
 */
export async function titlesToImport(
  connection: Connection,
  page: Asked & { after: string; limit: number }
): Promise<Title[]> {
  return query<Title>(
    connection,
    `select ${TITLE} from ${TITLES}
     where t.source_id = :source_id and t.ean13 > :after
       and ${WANTED}
     order by t.ean13 limit :limit`,
    page
  )
}

/** How many there are. */
export async function countToImport(connection: Connection, asked: Asked): Promise<number> {
  const [row] = await query<{ count: number }>(
    connection,
    `select count(*)::integer as count from distributor_title t where t.source_id = :source_id
       and ${WANTED}`,
    asked
  )
  return row!.count
}
