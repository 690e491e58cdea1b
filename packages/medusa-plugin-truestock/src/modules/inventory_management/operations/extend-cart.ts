import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_extend_cart: `{ cart_id, ttl_seconds }`, a sign of life of a cart: what it holds lasts for that time from
 * now, within its latest time, never shorter. Answers how many holds last longer now.
 *
 * Locks the cart and the levels of its holds (as truestock_hold_cart does), then the holds, by id: an extension that is
 * not committed yet is not seen by whoever finds the hold expired, and would sell its units.
 */
export function extendCartFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_extend_cart(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_items text[]; v_locations text[]; v_none numeric[];
       v_now timestamptz;
       v_extended integer;
     begin
       perform pg_advisory_xact_lock(hashtextextended('truestock.cart ' || (input ->> 'cart_id'), 0));
       select array_agg(item), array_agg(location), array_agg(0) into v_items, v_locations, v_none from (
         select distinct inventory_item_id as item, location_id as location from ${s}.inventory_hold
         where cart_id = input ->> 'cart_id' and ended_at is null order by 1, 2
       ) levels;
       if v_items is null then return jsonb_build_object('extended', 0); end if;
       perform ${s}.truestock_lock_levels(v_items, v_locations, v_none);
       perform 1 from ${s}.inventory_hold where cart_id = input ->> 'cart_id' and ended_at is null order by id for update;
       v_now := ${s}.truestock_now();
       update ${s}.inventory_hold h set updated_at = now(), expires_at = greatest(h.expires_at,
         least(v_now + make_interval(secs => (input ->> 'ttl_seconds')::float8), h.latest_expires_at))
       where h.cart_id = input ->> 'cart_id' and h.ended_at is null and h.expires_at > v_now;
       get diagnostics v_extended = row_count;
       return jsonb_build_object('extended', v_extended);
     end`
  )
}
