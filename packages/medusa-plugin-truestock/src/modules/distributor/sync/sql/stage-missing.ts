import { type Connection, query } from "../../../../database/connection"

/**
 * Notes the titles that a full does not hold. The first time only that they are missing; the second time they are offered
 * no more: nothing on hand, discontinued. A full that is read again, after a run that failed or of some titles alone, is
 * the same one. `sequence`: the full's.
 */
export async function stageMissing(
  connection: Connection,
  run_id: string,
  source_id: string,
  eans: string[],
  sequence: string
): Promise<void> {
  await query(
    connection,
    `insert into distributor_staged (run_id, ean13, change, record, locations, on_hand, on_order, terms, digest, as_of, before,
       reasons)
     select :run_id, t.ean13, case when coalesce(g.missing_fulls, 0) >= 1 then 'removed' else 'missing' end,
       t.record, gone.locations, gone.on_hand, gone.on_order, gone.terms,
       case when coalesce(g.missing_fulls, 0) >= 1 then 'removed' else coalesce(t.digest, '') end, g.as_of,
       jsonb_build_object('locations', t.locations, 'on_hand', t.on_hand, 'on_order', t.on_order),
       case when coalesce(g.missing_fulls, 0) >= 1 and t.on_hand > 0 then array['to_zero'] else '{}' end
     from distributor_title t
     left join distributor_sighting g using (source_id, ean13)
     cross join lateral (
       select t.locations, t.on_hand, t.on_order, t.terms where coalesce(g.missing_fulls, 0) < 1
       union all
       select cast('[]' as jsonb), 0, 0, t.terms || '{"sellable": 0, "takes_backorder": false, "discontinued": true}'
       where g.missing_fulls >= 1
     ) gone
     where t.source_id = :source_id and t.ean13 = any(cast(:eans as text[])) and t.digest is distinct from 'removed'
       and g.missing_in is distinct from :sequence
     on conflict (run_id, ean13) do nothing`,
    { run_id, source_id, eans, sequence }
  )
}
