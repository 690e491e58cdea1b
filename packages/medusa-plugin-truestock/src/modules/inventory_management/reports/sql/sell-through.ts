import { heldAt } from "./held-at"
import type { Writer } from "./run-report"

/**
 * How much of what there was to sell has been fulfilled in a span of time, item by item: fulfilled / (start + received).
 *
 * `start_quantity` is what was stocked when the span began; `received_quantity` all that made the stock rise since, but
 * for what only came back (returns, cancelled fulfilments), was found when books were opened or came with a level that was
 * restored; `fulfilled_quantity` what was fulfilled less what was cancelled. At one location `transferred_quantity`, what
 * transfers have brought less what they took, counts with what was received; over all it is 0, and what is on its way
 * still belongs to nobody. `sell_through` is null where there was nothing to sell. Items that neither had stock nor moved are left out.
 *
 * Both ends are read as moments, and the difference is taken: a year costs what a day costs.
 */
export const sellThrough: Writer = async (tx, question) => {
  const [start, end] = [
    await heldAt(tx, "start", question.from, question.location_id),
    await heldAt(tx, "finish", question.date, question.location_id),
  ]
  const isAtOne = question.location_id !== null
  const sums = (sign: "-" | "") =>
    ["fulfilled", "received", "transferred"].map((name) => `${sign}${name} as ${name}`).join(", ")
  return {
    ctes: `${start.ctes}, ${end.ctes},
  flow as (
    select inventory_item_id, sum(start) as start, sum(fulfilled) as fulfilled, sum(received) as received,
      ${isAtOne ? "sum(transferred)" : "0"} as transferred
    from (
      select inventory_item_id, case when is_there then greatest(stocked, 0) else 0 end as start, ${sums("-")} from start
      union all
      select inventory_item_id, 0, ${sums("")} from finish
    ) ends
    group by inventory_item_id
  ), result as materialized (
    select f.inventory_item_id, i.sku, i.title, cast(f.start as float) as start_quantity,
      cast(f.received as float) as received_quantity, cast(f.transferred as float) as transferred_quantity,
      cast(f.fulfilled as float) as fulfilled_quantity,
      cast(f.fulfilled / nullif(greatest(f.start + f.received + f.transferred, 0), 0) as float) as sell_through
    from flow f left join inventory_item i on i.id = f.inventory_item_id
    where f.start <> 0 or f.received <> 0 or f.fulfilled <> 0 or f.transferred <> 0
  )`,
    columns: [
      ...["inventory_item_id", "sku", "title", "start_quantity", "received_quantity", "transferred_quantity"],
      ...["fulfilled_quantity", "sell_through"],
    ],
    totals: `select json_build_object('items', count(*), 'start_quantity', coalesce(sum(start_quantity), 0),
      'received_quantity', coalesce(sum(received_quantity), 0), 'transferred_quantity', coalesce(sum(transferred_quantity), 0),
      'fulfilled_quantity', coalesce(sum(fulfilled_quantity), 0), 'sell_through', sum(fulfilled_quantity)
        / nullif(greatest(sum(start_quantity + received_quantity + transferred_quantity), 0), 0)) from result`,
    order: `sell_through desc nulls last, fulfilled_quantity desc, sku collate "C", inventory_item_id collate "C"`,
    bindings: { ...start.bindings, ...end.bindings },
  }
}
