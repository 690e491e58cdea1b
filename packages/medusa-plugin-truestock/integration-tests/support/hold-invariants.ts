/*
 * What must hold of holds and idempotency keys, as parts of the question in invariants.ts. The books are kept by the
 * real clock and holds by truestock_now(), which a test moves, forward only: what a hold says of its time is at most
 * this much ahead of the books.
 */
const AHEAD = "(truestock_now() - clock_timestamp() + interval '1 ms')"

/**
 * I4 of holds: what is held and reserved together was covered when it was promised, so it is covered now: firm
 * promises by the stock, all of them by the stock and what backorders may owe. Where firm ones are not, the stock has
 * fallen since the last firm hold was made, by all that is missing or more: none is granted while something is missing,
 * and confirming one only moves units from held to reserved. Where all of them are not, the same with the last hold of
 * any kind. (A hold that may be owed is granted while firm ones are uncovered. Where reservations alone are too many
 * there is a shortfall, and it says how many.) Time and releases only make more room.
 */
export const COVERED_HOLDS = `
  select 'I4', l.level_id,
    format('available %s, held %s, owed %s, floor %s, and the stock has fallen by %s since the last hold, by %s since the last firm one',
      l.available, held.quantity, o.owed, f.floor, fallen.units, fallen.of_firm)
  from levels l
  cross join lateral (
    select sum(h.quantity) as quantity, coalesce(sum(h.quantity) filter (where h.allow_backorder), 0) as owed,
      max(h.created_at) as last_at, max(h.created_at) filter (where not h.allow_backorder) as last_firm_at
    from inventory_hold h where h.inventory_item_id = l.inventory_item_id and h.location_id = l.location_id
      and h.ended_at is null and h.expires_at > truestock_now()
  ) held
  cross join lateral (
    select held.owed + coalesce(sum(r.quantity), 0) as owed from reservation_item r
    where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id and r.deleted_at is null
      and r.allow_backorder
  ) o
  cross join lateral (
    select coalesce(truestock_floor(l.inventory_item_id, l.location_id),
      -(select default_backorder_limit from inventory_settings), '-Infinity') as floor
  ) f
  cross join lateral (
    select coalesce(-sum(m.stocked_delta) filter (where m.created_at >= held.last_at - ${AHEAD}), 0) as units,
      coalesce(-sum(m.stocked_delta) filter (where m.created_at >= held.last_firm_at - ${AHEAD}), 0) as of_firm
    from stock_movement m where m.level_id = l.level_id and m.stocked_delta < 0
  ) fallen
  where (fallen.units < f.floor - (l.available - held.quantity)
      or (held.last_firm_at is not null and fallen.of_firm < held.quantity - l.available - o.owed))
    and held.quantity > 0
    and not exists (select from inventory_shortfall s where s.level_id = l.level_id and s.resolved_at is null)
    and coalesce((select guard_mode from inventory_settings), 'enforce') = 'enforce'
    and not exists (select from guard_observation o where o.inventory_item_id = l.inventory_item_id)`

/** I5: a hold ends once, in time, and is never held and reserved at once. Rows that core has deleted for good are in the books. */
export const HOLDS_END_ONCE = `
  select 'I5', id, says from (
    select h.id, case
      when (h.ended_at is null) <> (h.ended_as is null) then format('ended at %s as %s', h.ended_at, h.ended_as)
      when h.ended_as is distinct from 'confirmed'
        and exists (select from reservation_item r where r.id = h.id and r.deleted_at is null)
        then format('is reserved, and %s', coalesce(h.ended_as, 'held'))
      when h.ended_as = 'expired' and (h.ended_at <> h.expires_at or h.expires_at > truestock_now())
        then format('expires at %s and was ended as expired at %s', h.expires_at, h.ended_at)
      when h.ended_as <> 'expired' and h.ended_at > h.expires_at
        then format('was %s at %s, and had expired at %s', h.ended_as, h.ended_at, h.expires_at)
      when h.ended_as = 'confirmed'
        and not exists (select from reservation_item r where r.id = h.id)
        and not exists (select from reservation_item r where r.line_item_id = h.confirmed_line_id
          and r.inventory_item_id = h.inventory_item_id)
        and not exists (select from stock_movement m where m.inventory_item_id = h.inventory_item_id
          and m.created_at >= h.created_at - ${AHEAD}
          and (m.reserved_delta > 0 or (m.kind = 'fulfil' and m.stocked_delta < 0)))
        then 'was confirmed, and neither reserved nor consumed'
      end as says
    from inventory_hold h
  ) wrong where says is not null`

/** Each adjustment that a key was answered with. */
const ADJUSTED = `
  select k.key, a.* from inventory_idempotency_key k
  cross join lateral jsonb_to_recordset(k.answer -> 'answer' -> 'rows') as a(level_id text, adjustment numeric,
    stocked_quantity numeric)
  where k.operation = 'adjust' and k.answer -> 'answer' is not null`

/**
 * I6: what a key was answered with happened, and no two keys were answered with the same thing: a hold is made once,
 * confirmed once, consumed once, released once (extended as often as one likes). That a retry did nothing more only the balances can tell.
 */
export const KEYS_ACT_ONCE = `
  select 'I6', min(key), format('%s of %s is the answer of %s keys', operation, effect, count(*))
  from (
    select k.key, k.operation, a ->> 'id' || case when a -> 'quantity' = '0' then ', consumed' else '' end as effect
    from inventory_idempotency_key k
    cross join lateral jsonb_path_query(k.answer, 'lax $.answer[*]') as a
    where k.operation in ('reserve', 'confirm', 'release')
  ) effects group by operation, effect having count(*) > 1
  union all
  select 'I6', key, format('answered %s', answer) from inventory_idempotency_key
  where (answer -> 'answer' is null) = (answer -> 'refused' is null)
    or answer -> 'refused' ->> 'code' <> 'insufficient_inventory'
  union all
  select 'I6', min(key), format('an adjustment of %s by %s to %s is not in the books', level_id, adjustment, stocked_quantity)
  from (${ADJUSTED}) adjusted group by level_id, adjustment, stocked_quantity
  having count(*) > (select count(*) from stock_movement m where m.level_id = adjusted.level_id and m.kind = 'adjust'
    and m.stocked_delta = adjusted.adjustment and m.stocked_balance = adjusted.stocked_quantity)`
