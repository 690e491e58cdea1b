import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_note_costs: what units cost that are about to come, before they are added to the stock, and the item's
 * moving average after them: what is on hand everywhere at the average of before, and these. Units of before that nobody
 * has told the cost of are taken to have cost the same. An item is reckoned in one currency.
 *
 * The caller has locked the levels. Locks the items, by id: of two deliveries of one item the second reckons with the
 * average of the first.
 */
export function noteCostsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_note_costs(items text[], quantities numeric[], costs numeric[], currencies text[])`,
    "void",
    BY_INDEX,
    `declare r record;
     begin
       perform from ${s}.inventory_item i where i.id = any(array(
           select item from unnest(items, costs) as k(item, cost) where cost is not null))
         order by i.id for no key update;
       for r in
         select k.item, sum(k.quantity) as quantity, sum(k.quantity * k.cost) / sum(k.quantity) as cost,
           min(k.currency) as currency, max(k.currency) as other_currency
         from unnest(items, quantities, costs, currencies) as k(item, quantity, cost, currency)
         where k.cost is not null group by k.item order by k.item
       loop
         perform ${s}.truestock_note_cost(r.item, r.quantity, r.cost, r.currency, r.other_currency);
       end loop;
     end`
  )
}

/** truestock_note_cost: the same of one item, which the caller has locked. */
export function noteCostFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_note_cost(item text, quantity numeric, cost numeric, currency text, other_currency text)`,
    "void",
    BY_INDEX,
    `#variable_conflict use_variable
     declare
       v_context jsonb := coalesce(nullif(current_setting('truestock.context', true), ''), '{}')::jsonb;
       v_last record;
       v_on_hand numeric;
     begin
       select c.average_cost, c.currency_code into v_last from ${s}.item_cost c
         where c.inventory_item_id = item order by c.id desc limit 1;
       if currency <> other_currency or currency <> v_last.currency_code then
         perform ${s}.truestock_complain('currency_differs', format(
           'The cost of item %s is kept in %s and cannot be given in %s. Convert it first.', item,
           coalesce(v_last.currency_code, currency), case when currency <> v_last.currency_code then currency else other_currency end));
       end if;
       select coalesce(sum(greatest(l.stocked_quantity, 0)), 0) into v_on_hand from ${s}.inventory_level l
         where l.inventory_item_id = item and l.deleted_at is null;
       insert into ${s}.item_cost (inventory_item_id, currency_code, quantity, unit_cost, actor_type, actor_id, average_cost)
       values (item, currency, quantity, cost, v_context ->> 'actor_type', v_context ->> 'actor_id',
         case when v_last.average_cost is null then cost
           else (v_on_hand * v_last.average_cost + quantity * cost) / (v_on_hand + quantity) end);
     end`
  )
}
