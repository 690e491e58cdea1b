import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_release_cart: `{ cart_id }`. All that the cart holds is free again; nothing held is no mistake. Answers how
 * many holds were released.
 *
 * Locks the cart (as truestock_hold_cart does), then its holds, by id.
 */
export function releaseCartFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_release_cart(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_now timestamptz := ${s}.truestock_now();
       v_released integer;
     begin
       perform pg_advisory_xact_lock(hashtextextended('truestock.cart ' || (input ->> 'cart_id'), 0));
       perform 1 from ${s}.inventory_hold where cart_id = input ->> 'cart_id' and ended_at is null order by id for update;
       update ${s}.inventory_hold set ended_at = v_now, ended_as = 'released', updated_at = now()
         where cart_id = input ->> 'cart_id' and ended_at is null and expires_at > v_now;
       get diagnostics v_released = row_count;
       return jsonb_build_object('released', v_released);
     end`
  )
}
