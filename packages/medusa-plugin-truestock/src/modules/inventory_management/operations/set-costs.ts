import { BY_INDEX, plpgsql } from "../guard/function-text"

/** The item of a row, by its id or else by its SKU. */
const ITEM = (s: string) => `coalesce(k.inventory_item_id, (
  select x.id from ${s}.inventory_item x where x.sku = k.sku and x.deleted_at is null limit 1))`

/**
 * truestock_set_costs: `{ rows: [{ n, place, inventory_item_id?, sku?, unit_cost, currency_code }], reason }`, each item
 * once; `place` is what a row is called in messages. The cost is the item's average from then on: a row of item_cost of
 * no units, with who said so. All or nothing. Answers `[{ id, inventory_item_id, sku, unit_cost, currency_code,
 * previous_cost }]` in the order of n.
 *
 * Locks the items, by id, as truestock_note_costs: a receipt reckons with the cost of before or with this one.
 */
export function setCostsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_set_costs(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_context jsonb := coalesce(nullif(current_setting('truestock.context', true), ''), '{}')::jsonb;
       v_places text[]; v_names text[]; v_items text[]; v_costs numeric[]; v_currencies text[];
       v_answer jsonb;
       r record;
     begin
       select array_agg(k.place order by k.n), array_agg(coalesce(k.inventory_item_id, k.sku) order by k.n),
         array_agg(i.id order by k.n), array_agg(k.unit_cost order by k.n), array_agg(k.currency_code order by k.n)
       into v_places, v_names, v_items, v_costs, v_currencies
       from jsonb_to_recordset(input -> 'rows') as k(n integer, place text, inventory_item_id text, sku text,
         unit_cost numeric, currency_code text)
       left join ${s}.inventory_item i on i.id = ${ITEM(s)} and i.deleted_at is null;

       select k.place, k.name into r from unnest(v_places, v_names, v_items) with ordinality as k(place, name, item, n)
         where k.item is null order by k.n limit 1;
       if found then
         perform ${s}.truestock_complain('item_not_found', format(
           '%s: there is no inventory item %s. Correct it, or take the row out.', r.place, to_json(r.name)));
       end if;
       select min(k.n) as one, max(k.n) as another, k.item into r
         from unnest(v_items) with ordinality as k(item, n) group by k.item having count(*) > 1 order by 1 limit 1;
       if found then
         perform ${s}.truestock_complain('duplicate_row', format(
           '%s and %s are both about item %s. Keep one.', v_places[r.one], v_places[r.another], r.item));
       end if;

       perform from ${s}.inventory_item i where i.id = any(v_items) order by i.id for no key update;
       select k.place, k.item, k.currency, c.currency_code into r
         from unnest(v_places, v_items, v_currencies) with ordinality as k(place, item, currency, n)
         cross join lateral (select e.currency_code from ${s}.item_cost e where e.inventory_item_id = k.item
           order by e.id desc limit 1) c
         where c.currency_code <> k.currency order by k.n limit 1;
       if found then
         perform ${s}.truestock_complain('currency_differs', format(
           '%s: the cost of item %s is kept in %s and cannot be given in %s. Convert it first.',
           r.place, r.item, r.currency_code, r.currency));
       end if;

       with written as (
         insert into ${s}.item_cost (inventory_item_id, currency_code, quantity, unit_cost, average_cost, source,
           reason, actor_type, actor_id)
         select k.item, k.currency, 0, k.cost, k.cost, 'hand', input ->> 'reason', v_context ->> 'actor_type',
           v_context ->> 'actor_id'
         from unnest(v_items, v_costs, v_currencies) with ordinality as k(item, cost, currency, n) order by k.n
         returning id, inventory_item_id, unit_cost, currency_code
       )
       select jsonb_agg(jsonb_build_object('id', w.id::text, 'inventory_item_id', w.inventory_item_id,
         'sku', (select i.sku from ${s}.inventory_item i where i.id = w.inventory_item_id), 'unit_cost', w.unit_cost,
         'currency_code', w.currency_code, 'previous_cost', (
           select e.average_cost from ${s}.item_cost e where e.inventory_item_id = w.inventory_item_id and e.id < w.id
           order by e.id desc limit 1)) order by w.id)
       into v_answer from written w;
       return v_answer;
     end`
  )
}

/**
 * truestock_take_back_costs: `{ ids }`, of costs that were set by hand. They go where they are still their item's last;
 * what has been reckoned with stays. Answers how many went. Locks the items, by id.
 */
export function takeBackCostsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_take_back_costs(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_ids bigint[] := array(select jsonb_array_elements_text(input -> 'ids')::bigint);
       v_count bigint;
     begin
       perform from ${s}.inventory_item i
         where i.id = any(array(select c.inventory_item_id from ${s}.item_cost c where c.id = any(v_ids)))
         order by i.id for no key update;
       delete from ${s}.item_cost c where c.id = any(v_ids) and c.source = 'hand' and not exists (
         select from ${s}.item_cost e where e.inventory_item_id = c.inventory_item_id and e.id > c.id);
       get diagnostics v_count = row_count;
       return to_jsonb(v_count);
     end`
  )
}
