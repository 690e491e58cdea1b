import { type Connection, query } from "../../../../database/connection"
import type { Figures, SaleTerms, TitleRecord } from "../title"

/** A title as a feed tells of it. */
export type FoundTitle = Figures & {
  ean13: string
  record: TitleRecord
  terms: SaleTerms
  digest: string
  as_of: string | null
}

/**
 * Adds titles to the queue, and brings those that are there up to date; an imported one stays imported, its stock is a
 * sync's to change. Title facts that a source does not know do not take the place of those that are known, nor do figures
 * that are older. In EAN order, as everybody who writes titles.
 *
 * @returns how many are new
 */
export async function putTitles(
  connection: Connection,
  source_id: string,
  titles: FoundTitle[]
): Promise<number> {
  const rows = await query<{ is_new: boolean }>(
    connection,
    `with given as (
       select * from jsonb_to_recordset(cast(:titles as jsonb)) as k(ean13 text, record jsonb, locations jsonb, on_hand integer,
         on_order integer, terms jsonb, digest text, as_of timestamptz)
       where not exists (select from distributor_sighting g
         where g.source_id = :source_id and g.ean13 = k.ean13 and g.as_of > k.as_of)
     ), put as (
       insert into distributor_title as t (source_id, ean13, record, locations, on_hand, on_order, terms, digest,
         sync_status, first_seen_at, updated_at)
       select :source_id, ean13, record, locations, on_hand, on_order, terms, digest,
         case when record -> 'title' ->> 'title' is null then 'discovered' else 'enriched' end,
         truestock_now(), truestock_now()
       from given order by ean13
       on conflict (source_id, ean13) do update set
         record = excluded.record || jsonb_build_object('title',
           coalesce(nullif(excluded.record -> 'title', 'null'), t.record -> 'title')),
         locations = excluded.locations, on_hand = excluded.on_hand, on_order = excluded.on_order, terms = excluded.terms,
         digest = excluded.digest, updated_at = excluded.updated_at,
         sync_status = case when t.digest = 'removed' then excluded.sync_status
           when t.sync_status in ('discovered', 'failed') and excluded.sync_status = 'enriched' then 'enriched'
           else t.sync_status end,
         status_reason = case when t.digest = 'removed' or t.sync_status = 'failed' and excluded.sync_status = 'enriched'
           then null else t.status_reason end
       where t.sync_status <> 'imported'
       returning ean13, xmax = 0 as is_new
     ), seen as (
       insert into distributor_sighting (source_id, ean13, seen_at, as_of)
       select :source_id, put.ean13, truestock_now(), given.as_of from put join given using (ean13) order by put.ean13
       on conflict (source_id, ean13) do update set seen_at = excluded.seen_at, as_of = excluded.as_of,
         missing_since = null, missing_fulls = 0, missing_in = null
     )
     select is_new from put`,
    { source_id, titles: JSON.stringify(titles) }
  )
  return rows.filter(({ is_new }) => is_new).length
}
