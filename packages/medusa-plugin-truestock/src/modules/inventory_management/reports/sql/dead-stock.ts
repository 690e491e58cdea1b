import { heldAt } from "./held-at"
import type { Writer } from "./run-report"

/**
 * Items that are on hand, and of which nothing was fulfilled in the `days` before the moment, neither in all nor at the
 * location that is asked for. `idle_since` is when the last unit was fulfilled, or, where that never was, when their books
 * began: what is newer than that many days is not dead yet. A fulfilment counts also when it was cancelled later.
 * `last_came_at` tells what was restocked since. Places whose books are not open yet are left out: nothing is known of them.
 */
export const deadStock: Writer = async (tx, question) => {
  const held = await heldAt(tx, "held", question.date, question.location_id)
  return {
    ctes: `${held.ctes},
  stock as (
    select inventory_item_id, sum(greatest(stocked, 0)) filter (where is_there) as stocked, max(last_fulfilled_at) as last_fulfilled_at,
      max(last_came_at) as last_came_at, coalesce(max(last_fulfilled_at), min(first_at)) as idle_since
    from held group by inventory_item_id
  ), result as materialized (
    select s.inventory_item_id, i.sku, i.title, cast(s.stocked as float) as stocked_quantity, s.last_fulfilled_at,
      s.last_came_at, s.idle_since,
      cast(floor(extract(epoch from cast(:held_at as timestamptz) - s.idle_since) / 86400) as integer) as idle_days
    from stock s left join inventory_item i on i.id = s.inventory_item_id
    where s.stocked > 0 and s.idle_since <= cast(:held_at as timestamptz) - make_interval(days => cast(:days as integer))
  )`,
    columns: [
      ...["inventory_item_id", "sku", "title", "stocked_quantity", "last_fulfilled_at", "last_came_at"],
      ...["idle_since", "idle_days"],
    ],
    totals: `select json_build_object('items', count(*), 'stocked_quantity', coalesce(sum(stocked_quantity), 0)) from result`,
    order: `idle_since, sku collate "C", inventory_item_id collate "C"`,
    bindings: { ...held.bindings, days: question.days },
  }
}
