import { BY_INDEX, IN_BULK, plpgsql, rawOf } from "../guard/function-text"

const ROWS = `jsonb_to_recordset(input -> 'rows') as k(n integer, inventory_item_id text, location_id text,
  adjustment numeric, expected_quantity numeric, reason text, note text, reference_type text, reference_id text)`

/** What truestock_judge_adjustments answers, as rows: everything of a row, so that nothing must be joined to it. */
const JUDGED = `jsonb_to_recordset(v_judged) as j(n integer, level_id text, adjustment numeric, code text,
  because jsonb)`

/**
 * truestock_adjust: `{ rows: [{ n, inventory_item_id, location_id, adjustment, expected_quantity?, reason?, note?,
 * reference_type?, reference_id? }], allow_shortfall, on_error }`, each level at most once. Adds to what is stocked.
 *
 * A row fails where there is no such level, where the stock is not what the caller expected it to be, where it would
 * end below zero, or below what is promised and held (unless allow_shortfall; a rise is always accepted). `abort`: the
 * first row that fails ends it all. `skip`: the others are done. Answers `{ rows: [{ n, stocked_quantity, ... }],
 * failed: [{ n, code, ... }] }`.
 *
 * Locks all levels in (item, location) order, judges them in a statement after that, and writes them in one: ten
 * thousand rows are three statements. Rows with reasons of their own tell the ledger by level (level-functions.ts).
 */
export function adjustFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_adjust(input jsonb)`,
    "jsonb",
    IN_BULK,
    `declare
       v_items text[]; v_locations text[]; v_none numeric[];
       v_judged jsonb;
       v_failed jsonb;
       v_first jsonb;
       v_done jsonb;
     begin
       select array_agg(inventory_item_id), array_agg(location_id), array_agg(0) into v_items, v_locations, v_none
       from (select inventory_item_id, location_id from ${ROWS} order by 1, 2) levels;
       perform ${s}.truestock_lock_levels(v_items, v_locations, v_none);
       v_judged := ${s}.truestock_judge_adjustments(input);
       v_failed := coalesce((select jsonb_agg(j - 'because' order by j -> 'n') from jsonb_array_elements(v_judged) j
         where j ->> 'code' is not null), '[]');
       if v_failed <> '[]' and input ->> 'on_error' is distinct from 'skip' then
         v_first := v_failed -> 0;
         if v_first ->> 'code' = 'insufficient_inventory' then
           perform ${s}.truestock_refuse('insufficient_inventory', 'enforce', v_first ->> 'inventory_item_id',
             v_first ->> 'location_id', -(v_first ->> 'adjustment')::numeric, (v_first ->> 'available')::numeric);
         end if;
         perform ${s}.truestock_complain(v_first ->> 'code', v_first ->> 'message', v_first);
       end if;

       perform set_config('truestock.context', (
         select coalesce(nullif(current_setting('truestock.context', true), ''), '{}')::jsonb
           || '{"kind": "adjust"}' || jsonb_build_object('by_level', jsonb_object_agg(j.level_id, j.because))
         from ${JUDGED} where j.code is null)::text, true);
       with changed as (
         update ${s}.inventory_level l set stocked_quantity = l.stocked_quantity + j.adjustment,
           raw_stocked_quantity = ${rawOf("l.stocked_quantity + j.adjustment")}, updated_at = now()
         from ${JUDGED}
         where l.id = j.level_id and j.code is null
         returning j.n, l.id, l.inventory_item_id, l.location_id, j.adjustment, l.stocked_quantity, l.reserved_quantity
       )
       select jsonb_agg(jsonb_build_object('n', n, 'level_id', id, 'inventory_item_id', inventory_item_id,
         'location_id', location_id, 'adjustment', adjustment, 'stocked_quantity', stocked_quantity,
         'reserved_quantity', reserved_quantity) order by n)
       into v_done from changed;
       return jsonb_build_object('rows', coalesce(v_done, '[]'), 'failed', v_failed);
     end`
  )
}

/**
 * truestock_judge_adjustments: of levels that the caller has locked, per row its level and what is wrong with it, if
 * anything. available: how far the stock may be lowered before it is below what is promised.
 */
export function judgeAdjustmentsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_judge_adjustments(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare v_now timestamptz := ${s}.truestock_now();
     begin
       return (
         select jsonb_agg(jsonb_build_object('n', j.n, 'level_id', j.id,
           'because', jsonb_strip_nulls(jsonb_build_object('reason', j.reason, 'note', j.note,
             'reference_type', j.reference_type, 'reference_id', j.reference_id)), 'inventory_item_id', j.inventory_item_id,
           'location_id', j.location_id, 'adjustment', j.adjustment, 'available', j.available,
           'code', j.code, 'message', case j.code
             when 'unknown_level' then format('Item %s has no level at location %s. Create it first.',
               j.inventory_item_id, j.location_id)
             when 'stale_quantity' then format('Item %s has %s units at location %s, and not the expected %s. Look again and decide anew.',
               j.inventory_item_id, j.stocked_quantity, j.location_id, j.expected_quantity)
             when 'negative_stock' then format('Item %s has %s units at location %s: %s would leave fewer than none.',
               j.inventory_item_id, j.stocked_quantity, j.location_id, j.adjustment)
             when 'insufficient_inventory' then format('Insufficient inventory: %s requested, %s available of item %s at location %s',
               -j.adjustment, j.available, j.inventory_item_id, j.location_id)
           end))
         from (
           select a.*, case
             when a.id is null then 'unknown_level'
             when a.expected_quantity <> a.stocked_quantity then 'stale_quantity'
             when a.adjustment < 0 and a.stocked_quantity + a.adjustment < 0 then 'negative_stock'
             when a.adjustment < 0 and (input -> 'allow_shortfall') is distinct from 'true'
               and a.available + a.adjustment < 0 then 'insufficient_inventory'
           end as code
           from (
             select k.*, l.id, l.stocked_quantity, free.units - case when free.units + k.adjustment < 0
               then coalesce(${s}.truestock_floor(l.inventory_item_id, l.location_id), 0) else 0 end as available
             from ${ROWS}
             left join lateral (
               select l.* from ${s}.inventory_level l where l.inventory_item_id = k.inventory_item_id
                 and l.location_id is not distinct from k.location_id and l.deleted_at is null limit 1
             ) l on true
             left join lateral (select g.* from ${s}.level_guard g where g.level_id = l.id limit 1) g on true
             left join lateral (
               select l.stocked_quantity - l.reserved_quantity + g.drift - coalesce(sum(h.quantity), 0) as units
               from ${s}.inventory_hold h where h.inventory_item_id = l.inventory_item_id
                 and h.location_id = l.location_id and h.ended_at is null and h.expires_at > v_now
             ) free on true
           ) a
         ) j
       );
     end`
  )
}
