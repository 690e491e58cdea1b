import { type Connection, query } from "../../../../database/connection"

/**
 * The figures of all titles that were seen are of `as_of`, whether or not they changed: two narrow updates. In pages of
 * EANs, so that no statement is long; done again it says the same.
 */
export async function confirmTitles(
  connection: Connection,
  source_id: string,
  eans: string[],
  as_of: string | null
): Promise<void> {
  await query(
    connection,
    `update distributor_sighting g set seen_at = truestock_now(), as_of = coalesce(cast(:as_of as timestamptz), truestock_now()),
       missing_since = null, missing_fulls = 0, missing_in = null
     from (select ean13 from distributor_sighting where source_id = :source_id and ean13 = any(cast(:eans as text[]))
       order by ean13 for update) k
     where g.source_id = :source_id and g.ean13 = k.ean13`,
    { source_id, eans, as_of }
  )
  await query(
    connection,
    `update availability_supply s set as_of = k.as_of, updated_at = truestock_now()
     from (
       select s.variant_id, g.as_of from distributor_title t
       join distributor_sighting g using (source_id, ean13)
       join availability_supply s on s.variant_id = t.variant_id and s.source = t.source_id
       where t.source_id = :source_id and t.ean13 = any(cast(:eans as text[])) and t.sync_status = 'imported'
       order by s.variant_id for update of s
     ) k
     where s.variant_id = k.variant_id and s.as_of is distinct from k.as_of`,
    { source_id, eans }
  )
}
