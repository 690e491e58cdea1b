import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_failing_adjustments: of levels that the caller has locked (levels: null = there is none), the rows that
 * cannot be done, and why. available: how far the stock may be lowered before it is below what is promised and held;
 * asked of a fall alone.
 */
export function failingAdjustmentsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_failing_adjustments(ns integer[], items text[], locations text[], adjustments numeric[],
      expectations numeric[], levels text[], allow_shortfall boolean)`,
    "jsonb",
    BY_INDEX,
    `declare v_now timestamptz := ${s}.truestock_now();
     begin
       return (
         select coalesce(jsonb_agg(jsonb_build_object('n', n, 'inventory_item_id', item, 'location_id', location,
           'adjustment', adjustment, 'available', available, 'code', code, 'message', case code
             when 'unknown_level' then format('Item %s has no level at location %s. Create it first.', item, location)
             when 'stale_quantity' then format('Item %s has %s units at location %s, and not the expected %s. Look again and decide anew.',
               item, stocked_quantity, location, expected)
             when 'negative_stock' then format('Item %s has %s units at location %s: %s would leave fewer than none.',
               item, stocked_quantity, location, adjustment)
             when 'insufficient_inventory' then format('Insufficient inventory: %s requested, %s available of item %s at location %s',
               -adjustment, available, item, location)
           end) order by n), '[]')
         from (
           select a.*, case
             when level_id is null then 'unknown_level'
             when expected <> stocked_quantity then 'stale_quantity'
             when adjustment < 0 and stocked_quantity + adjustment < 0 then 'negative_stock'
             when not allow_shortfall and available + adjustment < 0 then 'insufficient_inventory'
           end as code
           from (
             select k.*, l.stocked_quantity, free.units - case when free.units + k.adjustment < 0
               then coalesce(${s}.truestock_floor(k.item, k.location), 0) else 0 end as available
             from unnest(ns, items, locations, adjustments, expectations, levels)
               as k(n, item, location, adjustment, expected, level_id)
             left join lateral (
               select l.stocked_quantity, l.reserved_quantity from ${s}.inventory_level l
               where l.id = k.level_id and (k.adjustment < 0 or k.expected is not null) limit 1
             ) l on true
             left join lateral (
               select l.stocked_quantity - l.reserved_quantity + coalesce(
                   (select g.drift from ${s}.level_guard g where g.level_id = k.level_id),
                   l.reserved_quantity - ${s}.truestock_live_reservations(k.item, k.location))
                 - (select coalesce(sum(h.quantity), 0) from ${s}.inventory_hold h where h.inventory_item_id = k.item
                     and h.location_id = k.location and h.ended_at is null and h.expires_at > v_now) as units
               where k.adjustment < 0 and l.stocked_quantity is not null
             ) free on true
           ) a
         ) judged
         where code is not null
       );
     end`
  )
}

/** truestock_complain_of: ends the operation with the first row that fails. */
export function complainOfFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_complain_of(failed jsonb)`,
    "void",
    BY_INDEX,
    `begin
       if failed ->> 'code' = 'insufficient_inventory' then
         perform ${s}.truestock_refuse('insufficient_inventory', 'enforce', failed ->> 'inventory_item_id',
           failed ->> 'location_id', -(failed ->> 'adjustment')::numeric, (failed ->> 'available')::numeric);
       end if;
       perform ${s}.truestock_complain(failed ->> 'code', failed ->> 'message', failed);
     end`
  )
}
