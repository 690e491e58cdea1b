import { idsOfSpan } from "../../sql/ids-of-span"
import { costsAt } from "./costs-at"
import type { Writer } from "./run-report"

/** Just as the index "IDX_stock_movement_loss" has it. */
const IS_LOSS = `m.kind in ('adjust', 'set', 'count')
      and (m.stocked_delta < 0 or (m.reason = 'lost' and m.incoming_delta < 0))`

/**
 * Units that were lost otherwise than by selling, in a span of time, after its beginning up to its end, by reason: damaged,
 * lost, count, correction, ...; null = nobody gave one. They are the falls by an adjustment, a count, or a quantity that was
 * set; and units that were lost on their way between two locations, which is where they were to arrive. No loss: what a
 * distributor's feed, a transfer or a deleted level took away.
 *
 * Valued at the items' moving average at the end of the span; a row for each reason and currency. What has no known cost
 * has currency and value null.
 */
export const shrinkage: Writer = async (tx, question) => {
  const { above, below } = await idsOfSpan(tx, question.from, question.date)
  const isHere = question.location_id === null ? "true" : "m.location_id = cast(:location_id as text)"
  return {
    ctes: `loss as (
    select m.reason, m.inventory_item_id, count(*) as movements,
      sum(case when m.stocked_delta < 0 then -m.stocked_delta else -m.incoming_delta end) as units
    from stock_movement m
    where ${IS_LOSS} and m.id > cast(:above as bigint) and m.id < cast(:below as bigint)
      and m.created_at >= cast(:from as timestamptz) + interval '1 millisecond'
      and m.created_at < cast(:to as timestamptz) + interval '1 millisecond' and ${isHere}
    group by m.reason, m.inventory_item_id
  ), ${costsAt("to")},
  valued as (
    select l.*, c.currency_code, l.units * c.average_cost as value
    from loss l left join cost c on c.inventory_item_id = l.inventory_item_id
  ), result as materialized (
    select reason, currency_code, cast(count(distinct inventory_item_id) as integer) as items,
      cast(sum(movements) as integer) as movements, cast(sum(units) as float) as lost_quantity, cast(sum(value) as float) as value
    from valued group by reason, currency_code
  )`,
    columns: ["reason", "currency_code", "items", "movements", "lost_quantity", "value"],
    totals: `select json_build_object('lost_quantity', coalesce((select sum(units) from valued), 0),
      'currencies', coalesce((select json_agg(json_build_object('currency_code', currency_code, 'lost_quantity', units,
          'value', value) order by currency_code)
        from (select currency_code, sum(units) as units, sum(value) as value from valued
          where currency_code is not null group by currency_code) c), '[]'),
      'without_cost', (select json_build_object('items', count(distinct inventory_item_id),
        'lost_quantity', coalesce(sum(units), 0)) from valued where currency_code is null))`,
    order: "reason nulls last, currency_code nulls last",
    bindings: { from: question.from, to: question.date, above, below, location_id: question.location_id },
  }
}
