import { BY_INDEX, plpgsql } from "../guard/function-text"
import { complainIfOver } from "./confirm"
import { reservationJson } from "./reserve"

/**
 * truestock_release: `{ id }`. The units are free again. A hold that was confirmed is not released: its units are an
 * order's, and go back with it. Answers the reservation as it was.
 *
 * Locks the hold; or the reservation and then, by the guard, its level.
 */
export function releaseFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_release(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       h record;
       r record;
     begin
       select * into h from ${s}.inventory_hold where id = input ->> 'id' for update;
       if found then
         ${complainIfOver(s, "h")}
         update ${s}.inventory_hold set ended_at = ${s}.truestock_now(), ended_as = 'released', updated_at = now()
           where id = h.id;
         return ${reservationJson("h", "h.expires_at", "h.latest_expires_at")};
       end if;
       update ${s}.reservation_item set deleted_at = now(), updated_at = now()
         where id = input ->> 'id' and deleted_at is null
         returning * into r;
       if not found then
         perform ${s}.truestock_complain('reservation_not_found', format('There is no reservation %s.', input ->> 'id'));
       end if;
       return ${reservationJson("r", "null", "null")};
     end`
  )
}
