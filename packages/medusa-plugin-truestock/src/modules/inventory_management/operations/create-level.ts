import { BY_INDEX, plpgsql } from "../guard/function-text"
import { insertLevels } from "./change-stock"

/**
 * truestock_create_level: `{ id, inventory_item_id, location_id, stocked_quantity, because }`. An item's level at a
 * location, with its opening stock; `because` as for truestock_adjust: the ledger's `create` carries it. An inactive
 * location may have one, of which nothing is sold. Answers `{ id, inventory_item_id, location_id, stocked_quantity,
 * reserved_quantity, incoming_quantity, created_at }`.
 *
 * Locks the item, then the location, both shared: whoever deletes one of them waits, and then finds the level. Then the
 * level by core's unique index.
 */
export function createLevelFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_create_level(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare v_level record;
     begin
       perform 1 from ${s}.inventory_item where id = input ->> 'inventory_item_id' and deleted_at is null for share;
       if not found then
         perform ${s}.truestock_complain('item_not_found',
           format('There is no inventory item %s.', input ->> 'inventory_item_id'));
       end if;
       perform 1 from ${s}.stock_location where id = input ->> 'location_id' and deleted_at is null for share;
       if not found then
         perform ${s}.truestock_complain('unknown_location',
           format('There is no stock location %s.', input ->> 'location_id'));
       end if;

       perform ${s}.truestock_say_why(input -> 'because', null, null);
       ${insertLevels(s, { id: "input ->> 'id'", item: "input ->> 'inventory_item_id'", location: "input ->> 'location_id'", stocked: "n" })}
       from (select (input ->> 'stocked_quantity')::numeric as n) stocked
       on conflict do nothing
       returning * into v_level;
       if not found then
         perform ${s}.truestock_complain('duplicate_level', format(
           'Item %s has a level at location %s. Adjust its stock instead.', input ->> 'inventory_item_id',
           input ->> 'location_id'));
       end if;
       return jsonb_build_object('id', v_level.id, 'inventory_item_id', v_level.inventory_item_id, 'location_id',
         v_level.location_id, 'stocked_quantity', v_level.stocked_quantity, 'reserved_quantity',
         v_level.reserved_quantity, 'incoming_quantity', v_level.incoming_quantity, 'created_at', v_level.created_at);
     end`
  )
}
