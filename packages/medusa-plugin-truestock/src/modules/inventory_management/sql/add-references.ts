import { type Connection, query } from "../../../database/connection"
import type { MovementReference } from "../movement"

/**
 * Says what the movements of one piece of work belong to. Appends; saying it twice is no error.
 * Answers how many references were new.
 *
 * A workflow of the shop's own may treat several orders in one piece of work: a movement of an order's line takes
 * only what is said together with that order. One without a line (stock that left with a fulfilment) takes all of it.
 *
 * Locks nothing but the keys it adds, in their order: the events of one workflow arrive together, and each adds some.
 */
export async function addReferences(
  connection: Connection,
  correlation_id: string,
  references: MovementReference[]
): Promise<number> {
  const added = await query(
    connection,
    `with named as (
       select * from unnest(cast(:types as text[]), cast(:ids as text[])) as r(type, id)
     ), orders_of as (
       select m.id, array_agg(i.order_id) filter (where i.order_id is not null) as order_ids
       from stock_movement m
       left join stock_movement_reference l on l.movement_id = m.id and l.type = 'line_item'
       left join order_item i on i.item_id = l.reference_id and i.deleted_at is null
       where m.correlation_id = :correlation_id
       group by m.id
     )
     insert into stock_movement_reference (movement_id, type, reference_id)
     select orders_of.id, named.type, named.id
     from orders_of cross join named
     where order_ids is null
       or not exists (select from named where type = 'order')
       or exists (select from named where type = 'order' and id = any(order_ids))
     order by 1, 2, 3
     on conflict do nothing
     returning movement_id`,
    {
      correlation_id,
      types: references.map((reference) => reference.type),
      ids: references.map((reference) => reference.id),
    }
  )
  return added.length
}
