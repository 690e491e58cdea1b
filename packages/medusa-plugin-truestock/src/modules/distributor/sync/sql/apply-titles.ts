import { type Connection, query } from "../../../../database/connection"

/**
 * Brings staged titles of a run, which the caller has claimed, into the queue. What follows from it for the shop's stock is
 * settled in the same transaction. Joins tables alone and no lists of rows: nothing is known yet of how many a run has
 * staged, and a plan that takes them for a few would compare each with each.
 */
export async function applyTitles(
  connection: Connection,
  run_id: string,
  source_id: string,
  eans: string[]
): Promise<void> {
  await query(
    connection,
    `with put as (
       update distributor_title t set
         record = case when w.change in ('missing', 'removed') then t.record else w.record || jsonb_build_object('title',
           coalesce(nullif(w.record -> 'title', 'null'), t.record -> 'title')) end,
         locations = w.locations, on_hand = w.on_hand, on_order = w.on_order, terms = w.terms, digest = w.digest,
         stock_changed_at = case when is_moved then truestock_now() else t.stock_changed_at end,
         stock_change = case when is_moved then jsonb_build_object('before', w.before, 'reasons', to_jsonb(w.reasons),
           'after', after) else t.stock_change end,
         flagged_at = case when w.reasons <> '{}' then truestock_now() else t.flagged_at end,
         flag_sent_at = case when w.reasons <> '{}' then null else t.flag_sent_at end,
         updated_at = truestock_now()
       from distributor_staged w
       cross join lateral jsonb_build_object('locations', w.locations, 'on_hand', w.on_hand, 'on_order', w.on_order) as after
       cross join lateral (select w.before is distinct from after as is_moved) m
       where w.run_id = :run_id and w.ean13 = any(cast(:eans as text[])) and t.source_id = :source_id
         and t.ean13 = w.ean13
     ), missing as (
       update distributor_sighting g set missing_since = coalesce(g.missing_since, truestock_now()),
         missing_fulls = g.missing_fulls + 1,
         missing_in = (select r.snapshot ->> 'sequence' from distributor_run r where r.id = :run_id)
       from distributor_staged w where w.run_id = :run_id and w.ean13 = any(cast(:eans as text[]))
         and w.change in ('missing', 'removed') and g.source_id = :source_id and g.ean13 = w.ean13
     )
     update distributor_staged set applied_at = truestock_now()
     where run_id = :run_id and ean13 = any(cast(:eans as text[]))`,
    { run_id, source_id, eans }
  )
}
