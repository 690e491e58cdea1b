import { type Connection, query } from "../../../database/connection"
import { idsOfSpan } from "./ids-of-span"

export type HistoryQuestion = {
  inventory_item_id: string
  /** One location of it; none = all. */
  location_id?: string
  from: Date
  to: Date
  /** At most so many, the ends included. */
  points: number
}

/** What an item held from this moment on, until the next point. */
export type HistoryPoint = {
  at: Date
  stocked: number
  reserved: number
  available: number
  incoming: number
}

/**
 * What an item held between two moments, as steps: a point at each end, and between them at most one per equal part
 * of the time, where something changed: the last change in that part, when it happened.
 *
 * 1. `changed`: the item's movements in the span by (inventory_item_id, id), added up per level and part of the time:
 *    0 is up to `from`, part_count + 1 after `to` (the span is a little wider). An opening is no change.
 * 2. `level`: those it has, and those it had: of one that is gone for good, the movement `delete` is left.
 * 3. `held`: what each held before the span: its last movement before, by (level_id, id). A level whose books begin
 *    later held what its first movement found; one without any movement holds what it holds.
 * 4. Added on from one part to the next, as numerics; floats only at the very end.
 *
 * The sub-select hides the item from the planner, which else reads the whole span for an item that it believes to
 * be everywhere. Costs the item's movements in the span and two look-ups per level, however long the ledger. Takes
 * no locks.
 */
export async function readHistory(connection: Connection, asked: HistoryQuestion): Promise<HistoryPoint[]> {
  const { inventory_item_id, location_id, from, to, points } = asked
  const span = await idsOfSpan(connection, from, to)
  const here = location_id === undefined ? "true" : "m.location_id = :location_id"
  const steps = await query<HistoryPoint>(
    connection,
    `with changed as materialized (
       select m.level_id, p.part, max(m.created_at) as at,
         sum(${changeOf("stocked")}) as stocked, sum(${changeOf("reserved")}) as reserved,
         sum(${changeOf("incoming")}) as incoming
       from stock_movement m
       cross join lateral (
         select case when m.created_at < cast(:from as timestamptz) + interval '1 millisecond' then 0
           when m.created_at >= cast(:to as timestamptz) + interval '1 millisecond' then :part_count + 1
           else greatest(1, least(:part_count, ceil(
             :part_count * extract(epoch from m.created_at - cast(:from as timestamptz))
               / nullif(extract(epoch from cast(:to as timestamptz) - cast(:from as timestamptz)), 0)))) end as part
       ) p
       where m.inventory_item_id = (select cast(:inventory_item_id as text)) and ${here}
         and m.id > cast(:above as bigint) and m.id < cast(:below as bigint)
       group by m.level_id, p.part
     ), level as (
       select m.id from inventory_level m where m.inventory_item_id = :inventory_item_id and ${here}
       union
       select m.level_id from stock_movement m
       where m.inventory_item_id = :inventory_item_id and m.kind = 'delete' and ${here}
       union
       select level_id from changed
     ), held as (
       select coalesce(sum(start.stocked), 0) as stocked, coalesce(sum(start.reserved), 0) as reserved,
         coalesce(sum(start.incoming), 0) as incoming
       from level
       cross join lateral (
         (select 1 as choice, m.stocked_balance as stocked, m.reserved_balance as reserved,
            m.incoming_balance as incoming
          from stock_movement m
          where m.level_id = level.id and m.id <= cast(:above as bigint) and ${here}
          order by m.id desc limit 1)
         union all
         (select 2, m.stocked_balance - ${changeOf("stocked")}, m.reserved_balance - ${changeOf("reserved")},
            m.incoming_balance - ${changeOf("incoming")}
          from stock_movement m
          where m.level_id = level.id and m.id > cast(:above as bigint) and ${here}
          order by m.id limit 1)
         union all
         (select 3, m.stocked_quantity, m.reserved_quantity, m.incoming_quantity
          from inventory_level m where m.id = level.id and m.deleted_at is null)
         order by choice limit 1
       ) start
     ), parts as (
       select 0 as part, cast(:from as timestamptz) as at, stocked, reserved, incoming from held
       union all
       select part, at, stocked, reserved, incoming from changed where part <= :part_count
     ), step as (
       select part, max(at) as at, sum(sum(stocked)) over through as stocked,
         sum(sum(reserved)) over through as reserved, sum(sum(incoming)) over through as incoming
       from parts group by part
       window through as (order by part)
     )
     select at, cast(stocked as float) as stocked, cast(reserved as float) as reserved,
       cast(stocked - reserved as float) as available, cast(incoming as float) as incoming
     from step order by part`,
    {
      inventory_item_id,
      location_id: location_id ?? null,
      from,
      to,
      ...span,
      part_count: Math.max(points - 2, 1),
    }
  )
  const between = steps.slice(1, points - 1)
  return [steps[0]!, ...between, { ...steps.at(-1)!, at: to }]
}

/** What a movement changed. An opening found what was there. */
const changeOf = (quantity: string) => `case m.kind when 'opening' then 0 else m.${quantity}_delta end`
