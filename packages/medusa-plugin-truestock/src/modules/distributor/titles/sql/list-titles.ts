import { type Connection, query } from "../../../../database/connection"
import type { SyncStatus, Title } from "../title"
import { TITLE, TITLES } from "./title-columns"

export type TitleQuestion = {
  source_id: string
  sync_status: SyncStatus | null
  product_id: string | null
  ean13: string | null
  /** Part of the title, or of its EAN. */
  q: string | null
  is_flagged: boolean | null
  is_missing: boolean | null
  limit: number
  offset: number
}

/** A page of the catalogue queue, by EAN. */
export async function listTitles(
  connection: Connection,
  question: TitleQuestion
): Promise<{ titles: Title[]; count: number }> {
  const wanted = `t.source_id = :source_id
    and (cast(:sync_status as text) is null or t.sync_status = :sync_status)
    and (cast(:product_id as text) is null or t.product_id = :product_id)
    and (cast(:ean13 as text) is null or t.ean13 = :ean13)
    and (cast(:q as text) is null or strpos(t.ean13, :q) > 0
      or strpos(lower(t.record -> 'title' ->> 'title'), lower(:q)) > 0)
    and (cast(:is_flagged as boolean) is null or (t.flagged_at is not null) = :is_flagged)
    and (cast(:is_missing as boolean) is null or (g.missing_since is not null) = :is_missing)`
  const titles = await query<Title>(
    connection,
    `select ${TITLE} from ${TITLES} where ${wanted} order by t.ean13 limit :limit offset :offset`,
    question
  )
  const [counted] = await query<{ count: number }>(
    connection,
    `select count(*)::integer as count from ${TITLES} where ${wanted}`,
    question
  )
  return { titles, count: counted!.count }
}
