import { IN_BULK, plpgsql } from "../guard/function-text"

const ROWS = `jsonb_to_recordset(input -> 'rows') as k(inventory_item_id text, quantity numeric)`

/**
 * truestock_sync: `{ rows: [{ inventory_item_id, quantity }], location_id, because }`, each item once. Sets what is stocked
 * at one location to what its supplier says. A missing level is made; one that has the quantity already is not touched.
 * It is a fact that there are so many: below what is promised it becomes a shortfall. Answers `{ levels }`, how many
 * were changed.
 *
 * Locks all levels in item order, reads them in a statement after that, and writes those that differ in one.
 */
export function syncFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_sync(input jsonb)`,
    "jsonb",
    IN_BULK,
    `declare
       v_location text := input ->> 'location_id';
       v_items text[]; v_quantities numeric[]; v_levels text[]; v_changed text[]; v_changes numeric[];
     begin
       select array_agg(inventory_item_id), array_agg(quantity) into v_items, v_quantities
       from (select * from ${ROWS} order by inventory_item_id) k;
       v_levels := ${s}.truestock_lock_all(v_items, array_fill(v_location, array[cardinality(v_items)]));
       if array_position(v_levels, null) is not null then
         perform ${s}.truestock_create_stock(v_items, array_fill(v_location, array[cardinality(v_items)]));
         v_levels := ${s}.truestock_lock_all(v_items, array_fill(v_location, array[cardinality(v_items)]));
       end if;

       select array_agg(k.level_id), array_agg(k.quantity - l.stocked_quantity) into v_changed, v_changes
       from unnest(v_levels, v_quantities) as k(level_id, quantity)
       join ${s}.inventory_level l on l.id = k.level_id
       where l.stocked_quantity <> k.quantity;
       if v_changed is null then return '{"levels": 0}'; end if;
       perform ${s}.truestock_say_why('{"kind": "sync"}' || (input -> 'because'), null, null);
       perform ${s}.truestock_write_stock(array_fill(0, array[cardinality(v_changed)]), v_changed, v_changes,
         array_fill(null::numeric, array[cardinality(v_changed)]));
       return jsonb_build_object('levels', cardinality(v_changed));
     end`
  )
}
