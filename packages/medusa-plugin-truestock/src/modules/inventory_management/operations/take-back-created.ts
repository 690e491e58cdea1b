import { BY_INDEX, plpgsql } from "../guard/function-text"

/* For workflows of which a later step failed: what was created is deleted, unless somebody uses it by now. */

/**
 * truestock_take_back_item: `{ id }`. Deletes an item and its links; one that is gone already is no error. It stays where
 * it has a level. Answers `{ deleted }`.
 *
 * Locks the item: whoever gives it a level waits, and then finds none.
 */
export function takeBackItemFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_take_back_item(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare v_deleted boolean;
     begin
       perform 1 from ${s}.inventory_item where id = input ->> 'id' and deleted_at is null for update;
       if exists (select from ${s}.inventory_level where inventory_item_id = input ->> 'id' and deleted_at is null) then
         perform ${s}.truestock_complain('item_in_use', format(
           'Inventory item %s has a level by now, and stays.', input ->> 'id'));
       end if;
       update ${s}.product_variant_inventory_item set deleted_at = now(), updated_at = now()
         where inventory_item_id = input ->> 'id' and deleted_at is null;
       update ${s}.inventory_item set deleted_at = now(), updated_at = now()
         where id = input ->> 'id' and deleted_at is null;
       v_deleted := found;
       return jsonb_build_object('deleted', v_deleted);
     end`
  )
}

/**
 * truestock_take_back_level: `{ id, stocked_quantity }`. Deletes a level that holds what it was created with; one that is
 * gone already is no error. It stays where units of it were moved, promised or held meanwhile. Answers `{ deleted }`.
 *
 * Locks the level.
 */
export function takeBackLevelFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_take_back_level(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare v_level record;
     begin
       select * into v_level from ${s}.inventory_level where id = input ->> 'id' and deleted_at is null for update;
       if not found then return jsonb_build_object('deleted', false); end if;
       if v_level.stocked_quantity <> (input ->> 'stocked_quantity')::numeric or v_level.reserved_quantity <> 0
         or v_level.incoming_quantity <> 0 or exists (
           select from ${s}.inventory_hold h where h.inventory_item_id = v_level.inventory_item_id
             and h.location_id is not distinct from v_level.location_id and h.ended_at is null
             and h.expires_at > ${s}.truestock_now()) then
         perform ${s}.truestock_complain('level_in_use', format(
           'The level of item %s at location %s is in use by now, and stays.', v_level.inventory_item_id,
           v_level.location_id));
       end if;
       update ${s}.inventory_level set deleted_at = now(), updated_at = now() where id = v_level.id;
       return jsonb_build_object('deleted', true);
     end`
  )
}
