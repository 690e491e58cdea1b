import { BY_INDEX, plpgsql, rawOf } from "../guard/function-text"

/* What every operation that changes stocked quantities has in common. */

/**
 * truestock_lock_stock: locks live levels in (item, location) order, in which items and locations must come, and
 * answers of those that there are which it is (n, from 1) and its id.
 */
export function lockStockFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_lock_stock(items text[], locations text[])`,
    "table (n bigint, level_id text)",
    BY_INDEX,
    `begin
       return query
         select k.n, l.id from unnest(items, locations) with ordinality as k(item, location, n)
         join ${s}.inventory_level l on l.inventory_item_id = k.item
           and l.location_id is not distinct from k.location and l.deleted_at is null
         order by k.n
         for update of l;
     end`
  )
}

/**
 * truestock_write_stock: adds to what is stocked of levels that the caller has locked (null = not this one), in one
 * statement. Answers `{ n, stocked_quantity, reserved_quantity }`, an array each.
 */
export function writeStockFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_write_stock(ns integer[], levels text[], adjustments numeric[])`,
    "jsonb",
    BY_INDEX,
    `declare v_answer jsonb;
     begin
       with changed as (
         update ${s}.inventory_level l set stocked_quantity = l.stocked_quantity + k.adjustment,
           raw_stocked_quantity = ${rawOf("l.stocked_quantity + k.adjustment")}, updated_at = now()
         from unnest(ns, levels, adjustments) as k(n, level_id, adjustment)
         where l.id = k.level_id
         returning k.n, l.stocked_quantity, l.reserved_quantity
       )
       select jsonb_build_object('n', coalesce(array_agg(n), '{}'),
         'stocked_quantity', coalesce(array_agg(stocked_quantity), '{}'),
         'reserved_quantity', coalesce(array_agg(reserved_quantity), '{}'))
       into v_answer from changed;
       return v_answer;
     end`
  )
}
