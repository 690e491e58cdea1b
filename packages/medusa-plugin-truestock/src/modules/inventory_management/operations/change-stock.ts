import { BY_INDEX, IN_BULK, plpgsql, rawOf } from "../guard/function-text"

/* What every operation that changes stocked or incoming quantities has in common. */

/**
 * truestock_say_why: adds to what the ledger is told of the write to come; `because` (null = none) where a level has
 * reasons of its own.
 */
export function sayWhyFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_say_why(why jsonb, levels text[], because jsonb[])`,
    "void",
    BY_INDEX,
    `declare
       v_by_level jsonb := (select jsonb_object_agg(level_id, k.because) from unnest(levels, because) as k(level_id, because)
         where level_id is not null and k.because is not null);
     begin
       perform set_config('truestock.context', (
         coalesce(nullif(current_setting('truestock.context', true), ''), '{}')::jsonb
           || why || jsonb_build_object('by_level', v_by_level))::text, true);
     end`
  )
}

/** The beginning of an `insert into inventory_level`: levels with what is stocked, and nothing promised or incoming. */
export const insertLevels = (
  s: string,
  { id, item, location, stocked }: Record<"id" | "item" | "location" | "stocked", string>
) => `insert into ${s}.inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity,
         reserved_quantity, raw_reserved_quantity, incoming_quantity, raw_incoming_quantity)
       select ${id}, ${item}, ${location}, ${stocked}, ${rawOf(stocked)}, 0, ${rawOf("0::numeric")}, 0, ${rawOf("0::numeric")}`

const A_LEVEL_ID = "'ilev_' || upper(left(replace(gen_random_uuid()::text, '-', ''), 26))"

/**
 * truestock_create_stock: makes the levels that are missing, with nothing in them, where item and location are there.
 * Goes by (item, location), as whoever locks them: of two that make the same level one waits for the other.
 */
export function createStockFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_create_stock(items text[], locations text[])`,
    "void",
    BY_INDEX,
    `begin
       ${insertLevels(s, { id: A_LEVEL_ID, item: "k.item", location: "k.location", stocked: "0::numeric" })}
       from unnest(items, locations) as k(item, location)
       where exists (select from ${s}.inventory_item i where i.id = k.item and i.deleted_at is null)
         and exists (select from ${s}.stock_location o where o.id = k.location and o.deleted_at is null)
         and not exists (select from ${s}.inventory_level l where l.inventory_item_id = k.item
           and l.location_id is not distinct from k.location and l.deleted_at is null)
       order by k.item, k.location
       on conflict do nothing;
     end`
  )
}

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

/** truestock_lock_all: the same, as an array of ids, null where there is no such level. */
export function lockAllFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_lock_all(items text[], locations text[])`,
    "text[]",
    IN_BULK,
    `begin
       return (
         select array_agg(l.level_id order by k.n) from generate_series(1, cardinality(items)) as k(n)
         left join ${s}.truestock_lock_stock(items, locations) l using (n)
       );
     end`
  )
}

/**
 * truestock_write_stock: adds to what is stocked and incoming of levels that the caller has locked (null = not this
 * one), in one statement. Nothing is incoming below zero. Answers `{ n, stocked_quantity, reserved_quantity,
 * incoming_quantity }`, an array each.
 */
export function writeStockFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_write_stock(ns integer[], levels text[], stocked numeric[], incoming numeric[])`,
    "jsonb",
    BY_INDEX,
    `declare v_answer jsonb;
     begin
       with changed as (
         update ${s}.inventory_level l set stocked_quantity = l.stocked_quantity + k.stocked,
           raw_stocked_quantity = case when k.stocked = 0 then l.raw_stocked_quantity
             else ${rawOf("l.stocked_quantity + k.stocked")} end,
           incoming_quantity = case when k.incoming is null then l.incoming_quantity
             else greatest(l.incoming_quantity + k.incoming, 0) end,
           raw_incoming_quantity = case when k.incoming is null then l.raw_incoming_quantity
             else ${rawOf("greatest(l.incoming_quantity + k.incoming, 0)")} end,
           updated_at = now()
         from unnest(ns, levels, stocked, incoming) as k(n, level_id, stocked, incoming)
         where l.id = k.level_id
         returning k.n, l.stocked_quantity, l.reserved_quantity, l.incoming_quantity
       )
       select jsonb_build_object('n', coalesce(array_agg(n), '{}'),
         'stocked_quantity', coalesce(array_agg(stocked_quantity), '{}'),
         'reserved_quantity', coalesce(array_agg(reserved_quantity), '{}'),
         'incoming_quantity', coalesce(array_agg(incoming_quantity), '{}'))
       into v_answer from changed;
       return v_answer;
     end`
  )
}

/** truestock_lock_for: locks levels in order, however they come; the missing ones are made before. */
export function lockForFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_lock_for(items text[], locations text[])`,
    "void",
    BY_INDEX,
    `begin
       perform ${s}.truestock_create_stock(items, locations);
       perform ${s}.truestock_lock_all(array_agg(item), array_agg(location))
       from (select item, location from unnest(items, locations) as k(item, location) order by 1, 2) k;
     end`
  )
}

/**
 * truestock_move_stock: changes stocked and incoming quantities of levels by (item, location), at most one entry each.
 * Makes the missing ones that nothing is taken from, locks all in order, tells the ledger why, writes. Refused: unknown_level (no such item or
 * location); and, where a stock falls, negative_stock and (unless is_fact) insufficient_inventory. Answers as write_stock, n counted in
 * the order of what was given.
 */
export function moveStockFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_move_stock(items text[], locations text[], stocked numeric[], incoming numeric[],
      why jsonb, because jsonb[] default null, is_fact boolean default false)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_n integer[]; v_items text[]; v_locations text[]; v_stocked numeric[]; v_incoming numeric[];
       v_because jsonb[];
       v_levels text[];
       v_failed jsonb;
     begin
       select array_agg(n), array_agg(item), array_agg(location), array_agg(k.stocked), array_agg(k.incoming),
         array_agg(k.because)
       into v_n, v_items, v_locations, v_stocked, v_incoming, v_because
       from (select * from unnest(items, locations, stocked, incoming, because) with ordinality
         as k(item, location, stocked, incoming, because, n) order by item, location) k;
       perform ${s}.truestock_create_stock(array_agg(item), array_agg(location))
       from unnest(v_items, v_locations, v_stocked) as k(item, location, change) where change >= 0;
       v_levels := ${s}.truestock_lock_all(v_items, v_locations);
       v_failed := ${s}.truestock_failing_adjustments(v_n, v_items, v_locations, v_stocked,
         array_fill(null::numeric, array[cardinality(v_n)]), v_levels, is_fact);
       if v_failed <> '[]' then perform ${s}.truestock_complain_of(v_failed -> 0); end if;
       perform ${s}.truestock_say_why(why, v_levels, v_because);
       return ${s}.truestock_write_stock(v_n, v_levels, v_stocked, v_incoming);
     end`
  )
}
