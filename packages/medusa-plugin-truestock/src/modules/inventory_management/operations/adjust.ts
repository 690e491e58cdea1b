import { IN_BULK, plpgsql } from "../guard/function-text"

const ROWS = `jsonb_to_recordset(input -> 'rows') as k(n integer, inventory_item_id text, location_id text,
  adjustment numeric, expected_quantity numeric, because jsonb)`

/**
 * truestock_adjust: `{ rows: [{ n, inventory_item_id, location_id, adjustment, expected_quantity?, because? }], because,
 * allow_shortfall, on_error }`, each level at most once; `because`: `{ reason, note?, reference_type?, reference_id? }`
 * for the ledger, of a row or of all that have none of their own. Adds to what is stocked.
 *
 * A row fails where there is no such level, where the stock is not what the caller expected it to be, where it would
 * end below zero, or below what is promised and held (unless allow_shortfall; a rise is always accepted). `abort`: the
 * first row that fails ends it all. `skip`: the others are done. Answers `{ n, stocked_quantity, reserved_quantity }`,
 * an array each for the rows that were done, and `failed: [{ n, code, ... }]`.
 *
 * Locks all levels in (item, location) order, judges them in a statement after that, and writes them in one: ten
 * thousand rows are three statements. What is known of the rows stays in arrays between them: as JSON it would be
 * written and read again each time, which takes longer than the work.
 */
export function adjustFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_adjust(input jsonb)`,
    "jsonb",
    IN_BULK,
    `declare
       v_n integer[]; v_items text[]; v_locations text[]; v_adjustments numeric[]; v_expected numeric[];
       v_because jsonb[];
       v_levels text[];
       v_failed jsonb;
     begin
       select array_agg(n), array_agg(inventory_item_id), array_agg(location_id), array_agg(adjustment),
         array_agg(expected_quantity), array_agg(because)
       into v_n, v_items, v_locations, v_adjustments, v_expected, v_because
       from (select * from ${ROWS} order by inventory_item_id, location_id) k;
       v_levels := ${s}.truestock_lock_all(v_items, v_locations);

       v_failed := ${s}.truestock_failing_adjustments(v_n, v_items, v_locations, v_adjustments, v_expected, v_levels,
         coalesce(input -> 'allow_shortfall' = 'true', false));
       if v_failed <> '[]' then
         if input ->> 'on_error' is distinct from 'skip' then
           perform ${s}.truestock_complain_of(v_failed -> 0);
         end if;
         v_levels := array(select case when f.n is null then k.level_id end
           from unnest(v_n, v_levels) with ordinality as k(n, level_id, i)
           left join (select (f -> 'n')::integer as n from jsonb_array_elements(v_failed) f) f using (n) order by k.i);
       end if;

       perform ${s}.truestock_say_why('{"kind": "adjust"}' || (input -> 'because'), v_levels, v_because);
       return ${s}.truestock_write_stock(v_n, v_levels, v_adjustments, array_fill(null::numeric, array[cardinality(v_n)]))
         || jsonb_build_object('failed', v_failed);
     end`
  )
}
