import { type Connection, query } from "../../../../database/connection"

/**
 * Brings the next staged titles of a run into the queue, and answers which; none = all are done. Locks staged rows, then
 * titles, both in EAN order. What follows from it for the shop's stock is settled in the same transaction.
 */
export async function applyTitles(
  connection: Connection,
  run_id: string,
  source_id: string,
  limit: number
): Promise<string[]> {
  const rows = await query<{ ean13: string }>(
    connection,
    `with waiting as materialized (
       select * from distributor_staged where run_id = :run_id and applied_at is null
       order by ean13 limit :limit for update
     ), titles as materialized (
       select t.ean13 from distributor_title t where t.source_id = :source_id and t.ean13 in (select ean13 from waiting)
       order by t.ean13 for update
     ), put as (
       update distributor_title t set
         record = case when w.change in ('missing', 'removed') then t.record else w.record || jsonb_build_object('title',
           coalesce(nullif(w.record -> 'title', 'null'), t.record -> 'title')) end,
         locations = w.locations, on_hand = w.on_hand, on_order = w.on_order, terms = w.terms, digest = w.digest,
         stock_changed_at = case when is_moved then truestock_now() else t.stock_changed_at end,
         stock_change = case when is_moved then jsonb_build_object('before', w.before, 'reasons', to_jsonb(w.reasons),
           'after', jsonb_build_object('locations', w.locations, 'on_hand', w.on_hand, 'on_order', w.on_order))
           else t.stock_change end,
         flagged_at = case when w.reasons <> '{}' then truestock_now() else t.flagged_at end,
         flag_sent_at = case when w.reasons <> '{}' then null else t.flag_sent_at end,
         updated_at = truestock_now()
       from (
         select w.*, w.before is distinct from jsonb_build_object('locations', w.locations, 'on_hand', w.on_hand,
           'on_order', w.on_order) as is_moved
         from waiting w join titles using (ean13)
       ) w
       where t.source_id = :source_id and t.ean13 = w.ean13
     ), missing as (
       update distributor_sighting g set missing_since = coalesce(g.missing_since, truestock_now()),
         missing_fulls = g.missing_fulls + 1,
         missing_in = (select r.snapshot ->> 'sequence' from distributor_run r where r.id = :run_id)
       from waiting w where w.change in ('missing', 'removed') and g.source_id = :source_id and g.ean13 = w.ean13
     ), done as (
       update distributor_staged d set applied_at = truestock_now() from waiting w
       where d.run_id = w.run_id and d.ean13 = w.ean13
     )
     select ean13 from waiting order by ean13`,
    { run_id, source_id, limit }
  )
  return rows.map(({ ean13 }) => ean13)
}
