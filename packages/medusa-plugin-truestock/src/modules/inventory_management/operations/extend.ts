import { BY_INDEX, plpgsql } from "../guard/function-text"
import { complainIfOver } from "./confirm"
import { reservationJson } from "./reserve"

/**
 * truestock_extend: `{ id, ttl_seconds | expires_at }`. The hold lasts longer, though not beyond its latest time;
 * never shorter. Answers the reservation.
 *
 * Locks the level, then the hold, and looks at it after that. With the hold alone somebody could be promised its units
 * between its old expiry and our commit.
 */
export function extendFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_extend(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       h record;
       v_until timestamptz;
     begin
       select * into h from ${s}.inventory_hold where id = input ->> 'id';
       if not found then
         if exists (select from ${s}.reservation_item where id = input ->> 'id' and deleted_at is null) then
           perform ${s}.truestock_complain('reservation_not_held',
             format('Reservation %s does not expire, so there is nothing to extend.', input ->> 'id'));
         end if;
         perform ${s}.truestock_complain('reservation_not_found', format('There is no reservation %s.', input ->> 'id'));
       end if;
       if h.ended_at is null then
         perform ${s}.truestock_lock_levels(array[h.inventory_item_id], array[h.location_id], array[0]::numeric[]);
         select * into h from ${s}.inventory_hold where id = h.id for update;
       end if;
       ${complainIfOver(s, "h")}
       v_until := coalesce((input ->> 'expires_at')::timestamptz,
         ${s}.truestock_now() + make_interval(secs => (input ->> 'ttl_seconds')::float8));
       if v_until <= ${s}.truestock_now() then
         perform ${s}.truestock_complain('invalid_expiry',
           format('A reservation cannot expire at %s, which is past. Use a later time.', to_json(v_until) #>> '{}'));
       end if;
       update ${s}.inventory_hold
         set expires_at = greatest(expires_at, least(v_until, latest_expires_at)), updated_at = now()
         where id = h.id returning * into h;
       return ${reservationJson("h", "h.expires_at", "h.latest_expires_at")};
     end`
  )
}
