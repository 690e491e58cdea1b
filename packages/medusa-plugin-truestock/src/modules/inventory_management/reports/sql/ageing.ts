import { idsOfSpan } from "../../sql/ids-of-span"
import { heldAt } from "./held-at"
import type { Writer } from "./run-report"

/** Whole days up to which a part goes, this one included; the last part has no end. */
const ENDS = [30, 60, 90, 180, 365]
const OLDEST = ENDS.at(-1)!
const DAY_MS = 86_400_000

const nameOf = (end: number, n: number) => `days_${n === 0 ? 0 : ENDS[n - 1]! + 1}_to_${end}`
const PARTS = [...ENDS.map(nameOf), `days_over_${OLDEST}`, "unknown_age"]

/** What came in so many whole days, and is still there: no more than there is. */
const upTo = (end: number) => `least(h.stocked, coalesce(r.up_to_${end}, 0))`
const UNITS = [
  ...ENDS.map((end, n) => (n === 0 ? upTo(end) : `${upTo(end)} - ${upTo(ENDS[n - 1]!)}`)),
  `case when h.first_at is null then 0 else h.stocked - ${upTo(OLDEST)} end`,
  `case when h.first_at is null then h.stocked - ${upTo(OLDEST)} else 0 end`,
]

/**
 * For how long the units on hand have been there, item by item. First in, first out, place by place: on hand are the units
 * that came last. So of an age up to n days are as many as came in n days, and no more than there are. Whatever made the
 * stock of a place rise brought units of that day: a receipt, a transfer, a return, a cancelled fulfilment, an adjustment
 * or count upwards. What was found when the books were opened is as old as the books at least. `unknown_age`: where the
 * books are not open, or were opened after the moment.
 *
 * A unit's age in days is rounded down: `days_31_to_60` are 31 whole days to 60. Read from the index of what came
 * ("IDX_stock_movement_rise") alone, a year of it: what is older needs no look.
 */
export const ageing: Writer = async (tx, question) => {
  const held = await heldAt(tx, "held", question.date, question.location_id)
  const { above } = await idsOfSpan(tx, new Date(question.date.getTime() - (OLDEST + 1) * DAY_MS))
  const isHere = question.location_id === null ? "true" : "m.location_id = cast(:location_id as text)"
  const since = (end: number) => `cast(:held_at as timestamptz) - interval '${(end + 1) * 24} hours'`
  return {
    ctes: `${held.ctes},
  rise as (
    select m.inventory_item_id, m.location_id,
      ${ENDS.map((end) => `sum(m.stocked_delta) filter (where m.created_at > ${since(end)}) as up_to_${end}`).join(", ")}
    from stock_movement m
    where m.stocked_delta > 0 and m.id > cast(:above as bigint) and m.id < cast(:held_below as bigint)
      and m.created_at > ${since(OLDEST)}
      and m.created_at < cast(:held_at as timestamptz) + interval '1 millisecond' and ${isHere}
    group by m.inventory_item_id, m.location_id
  ), aged as (
    select h.inventory_item_id, cast(sum(h.stocked) as float) as stocked_quantity,
      ${PARTS.map((name, n) => `cast(sum(${UNITS[n]}) as float) as ${name}`).join(", ")}
    from held h
    left join rise r on r.inventory_item_id = h.inventory_item_id and r.location_id = h.location_id
    where h.is_there and h.stocked > 0 group by h.inventory_item_id
  ), result as materialized (
    select a.*, i.sku, i.title from aged a left join inventory_item i on i.id = a.inventory_item_id
  )`,
    columns: ["inventory_item_id", "sku", "title", "stocked_quantity", ...PARTS],
    totals: `select json_build_object('items', count(*), ${["stocked_quantity", ...PARTS]
      .map((name) => `'${name}', coalesce(sum(${name}), 0)`)
      .join(", ")}) from result`,
    order: `${PARTS.toReversed()
      .map((name) => `${name} desc`)
      .join(", ")}, sku collate "C", inventory_item_id collate "C"`,
    bindings: { ...held.bindings, above },
  }
}
