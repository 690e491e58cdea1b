import { costsAt } from "./costs-at"
import { heldAt } from "./held-at"
import type { Writer } from "./run-report"

/**
 * What the stock is worth: units on hand times the item's moving average at the moment, item by item, and added up per
 * currency: sums of different currencies are never one number. Reserved units are on hand; those on their way are not, and
 * a level below zero is worth nothing.
 *
 * An item of which nobody has told the cost is listed with cost, currency and value null, after the others, and counted in
 * `without_cost`. With a currency_code those of other currencies are left out; those without cost stay.
 */
export const value: Writer = async (tx, question) => {
  const held = await heldAt(tx, "held", question.date, question.location_id)
  return {
    ctes: `${held.ctes}, ${costsAt("held_at")},
  stock as (
    select inventory_item_id, sum(stocked) as stocked from held where is_there and stocked > 0 group by inventory_item_id
  ), worth as (
    select s.inventory_item_id, s.stocked, c.average_cost, c.currency_code, s.stocked * c.average_cost as value
    from stock s left join cost c on c.inventory_item_id = s.inventory_item_id
    where cast(:currency_code as text) is null or c.currency_code is null or c.currency_code = :currency_code
  ), result as materialized (
    select w.inventory_item_id, i.sku, i.title, cast(w.stocked as float) as stocked_quantity,
      cast(w.average_cost as float) as average_cost, w.currency_code, cast(w.value as float) as value
    from worth w left join inventory_item i on i.id = w.inventory_item_id
  )`,
    columns: [
      ...["inventory_item_id", "sku", "title", "stocked_quantity", "average_cost", "currency_code", "value"],
    ],
    totals: `select json_build_object(
      'currencies', coalesce((select json_agg(json_build_object('currency_code', currency_code, 'items', items,
          'stocked_quantity', stocked, 'value', value) order by currency_code)
        from (select currency_code, count(*) as items, sum(stocked) as stocked, sum(value) as value
          from worth where currency_code is not null group by currency_code) c), '[]'),
      'without_cost', (select json_build_object('items', count(*), 'stocked_quantity', coalesce(sum(stocked), 0))
        from worth where currency_code is null))`,
    order: `currency_code nulls last, value desc, sku collate "C", inventory_item_id collate "C"`,
    bindings: { ...held.bindings, currency_code: question.currency_code },
  }
}
