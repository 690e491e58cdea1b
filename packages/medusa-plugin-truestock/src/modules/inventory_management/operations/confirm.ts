import { BY_INDEX, guardMode, plpgsql, rawOf } from "../guard/function-text"
import { reservationJson } from "./reserve"

/** Says why a hold that has ended, or expired, can no longer be used. */
export const complainIfOver = (s: string, hold: string) => `
  if ${hold}.ended_as in ('confirmed', 'released') then
    perform ${s}.truestock_complain('reservation_ended', format('Reservation %s was %s at %s and cannot be used again.',
      ${hold}.id, ${hold}.ended_as, to_json(${hold}.ended_at) #>> '{}'), jsonb_build_object('ended_as', ${hold}.ended_as));
  elsif ${hold}.ended_as = 'expired' or ${hold}.expires_at <= ${s}.truestock_now() then
    perform ${s}.truestock_complain('reservation_expired', format('Reservation %s expired at %s. Make a new one.',
      ${hold}.id, to_json(${hold}.expires_at) #>> '{}'));
  end if;`

/**
 * truestock_confirm: `{ id, quantity?, consume?, line_item_id? }`. The hold ends and its units stay reserved: under
 * the same id there is now a reservation of core's; of a quantity below the held one the rest is free. With `consume`
 * they leave the stock instead, as when an order is fulfilled; so do those of a reservation of core's. Answers the
 * reservation, with `quantity` as it is now (0 = consumed whole) and expires_at null.
 *
 * Locks the level, then the hold; or the reservation, then its level, as whoever ends a reservation does. Looks at them
 * after that.
 */
export function confirmFunction(s: string): string {
  const lockLevel = (row: string) => `
    perform ${s}.truestock_lock_levels(array[${row}.inventory_item_id], array[${row}.location_id], array[0]::numeric[]);`
  const checkQuantity = (row: string) => `
    v_quantity := coalesce((input ->> 'quantity')::numeric, ${row}.quantity);
    if not (v_quantity > 0 and v_quantity <= ${row}.quantity) then
      perform ${s}.truestock_complain('invalid_quantity', format('Of the %s units of reservation %s %s cannot be confirmed.',
        ${row}.quantity, ${row}.id, v_quantity));
    end if;`
  const takeFromStock = (row: string) => `
    select l.stocked_quantity into v_stocked from ${s}.inventory_level l where l.deleted_at is null
      and l.inventory_item_id = ${row}.inventory_item_id and l.location_id = ${row}.location_id;
    if v_stocked is null or v_stocked < v_quantity then
      perform ${s}.truestock_refuse('insufficient_inventory', 'enforce', ${row}.inventory_item_id, ${row}.location_id,
        v_quantity, coalesce(v_stocked, 0));
    end if;
    perform set_config('truestock.context', (coalesce(nullif(current_setting('truestock.context', true), ''), '{}')::jsonb
      || '{"kind": "fulfil"}')::text, true);
    update ${s}.inventory_level l set stocked_quantity = l.stocked_quantity - v_quantity,
      raw_stocked_quantity = ${rawOf("l.stocked_quantity - v_quantity")}, updated_at = now()
    where l.inventory_item_id = ${row}.inventory_item_id and l.location_id = ${row}.location_id and l.deleted_at is null;`

  return plpgsql(
    `${s}.truestock_confirm(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       h record;
       r record;
       v_quantity numeric;
       v_stocked numeric;
     begin
       select * into h from ${s}.inventory_hold where id = input ->> 'id';
       if found and h.ended_as is distinct from 'confirmed' then
         ${lockLevel("h")}
         select * into h from ${s}.inventory_hold where id = h.id for update;
         ${complainIfOver(s, "h")}
         ${checkQuantity("h")}
         if (input -> 'consume') = 'true' then
           update ${s}.inventory_hold set ended_at = ${s}.truestock_now(), ended_as = 'confirmed', updated_at = now()
             where id = h.id;
           if ${guardMode(s)} <> 'off' then
             perform ${s}.truestock_judge(array[h.inventory_item_id], array[h.location_id], array[v_quantity],
               array[case when h.allow_backorder then 0 else v_quantity end],
               array[case when h.allow_backorder then v_quantity else 0 end], array[h.quantity], array[h.created_at],
               ${guardMode(s)});
           end if;
           ${takeFromStock("h")}
           return ${reservationJson("h", "null", "null")} || jsonb_build_object('quantity', 0);
         end if;
         -- Confirmed before, and given back by a workflow that was undone: what it left behind has its id.
         delete from ${s}.reservation_item where id = h.id and deleted_at is not null;
         insert into ${s}.reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity, line_item_id,
           allow_backorder, description, external_id, created_by, metadata)
         values (h.id, h.inventory_item_id, h.location_id, v_quantity, ${rawOf("v_quantity")},
           coalesce(input ->> 'line_item_id', h.line_item_id), h.allow_backorder, h.description, h.external_id,
           h.created_by, h.metadata);
         select i.* into r from ${s}.reservation_item i
           join ${s}.inventory_hold k on k.id = i.id and k.ended_as = 'confirmed' where i.id = h.id;
         if not found then
           perform ${s}.truestock_complain('reservation_expired', format('Reservation %s expired at %s. Make a new one.',
             h.id, to_json(h.expires_at) #>> '{}'));
         end if;
         return ${reservationJson("r", "null", "null")};
       end if;

       if h.id is not null and (input -> 'consume') is distinct from 'true' then
         ${complainIfOver(s, "h")}
       end if;
       select * into r from ${s}.reservation_item where id = input ->> 'id' and deleted_at is null;
       if not found then
         if h.id is not null then ${complainIfOver(s, "h")} end if;
         perform ${s}.truestock_complain('reservation_not_found', format('There is no reservation %s.', input ->> 'id'));
       end if;
       if (input -> 'consume') is distinct from 'true' then
         perform ${s}.truestock_complain('reservation_not_held',
           format('Reservation %s does not expire, so there is nothing to confirm.', r.id));
       end if;
       select * into r from ${s}.reservation_item where id = r.id and deleted_at is null for update;
       if not found then
         perform ${s}.truestock_complain('reservation_not_found', format('There is no reservation %s.', input ->> 'id'));
       end if;
       ${lockLevel("r")}
       ${checkQuantity("r")}
       ${takeFromStock("r")}
       update ${s}.reservation_item set deleted_at = now(), updated_at = now() where id = r.id;
       return ${reservationJson("r", "null", "null")} || jsonb_build_object('quantity', 0);
     end`
  )
}
