import { type Connection, query } from "../../../database/connection"

export type MatchedMovements = {
  /** How many movements found their order. */
  matched: number
  /** Where the next batch begins; null at the end of the ledger. */
  last_id: string | null
}

const LINE_ORDERS = `stock_movement_reference l
  join order_item i on i.item_id = l.reference_id and i.deleted_at is null`

/**
 * Finds the order of movements that no event has named one for, in one batch of the ledger: the order of their lines,
 * else that of all lines of the same piece of work (stock that left with a fulfilment has no line; its reservation
 * has). Nothing is guessed: work on several orders' lines, or on none that exist, leaves such a movement alone.
 *
 * Reads a range of the primary key, and from there row by row and by index (the laterals see to it), so that a batch
 * costs the same whatever the tables hold. Appends in the order of the key and locks nothing else; what is found
 * twice, or was said meanwhile, is no error.
 */
export async function matchMovements(
  connection: Connection,
  after_id: string,
  limit: number
): Promise<MatchedMovements> {
  const [batch] = await query<MatchedMovements>(
    connection,
    `with batch as materialized (
       select id, kind, correlation_id, reference_type from stock_movement
       where id > :after_id order by id limit :limit
     ), unmatched as materialized (
       select id, kind, correlation_id, own.order_ids
       from batch
       left join lateral (
         select true as is_known from stock_movement_reference r
         where r.movement_id = batch.id and r.type = 'order' limit 1
       ) known on true
       cross join lateral (
         select coalesce(array_agg(distinct i.order_id), '{}') as order_ids from ${LINE_ORDERS}
         where l.movement_id = batch.id and l.type = 'line_item'
       ) own
       where kind in ('reserve', 'release', 'fulfil', 'fulfil_cancel', 'return')
         and reference_type is distinct from 'order' and is_known is null
     ), found as (
       select id, unnest(order_ids) as order_id from unmatched
       union all
       select id, only_order from unmatched
       cross join lateral (
         select min(i.order_id) as only_order
         from stock_movement m, ${LINE_ORDERS}
         where l.movement_id = m.id and l.type = 'line_item' and m.correlation_id = unmatched.correlation_id and m.kind in ('reserve', 'release')
         having count(distinct i.order_id) = 1
       ) work
       where kind not in ('reserve', 'release')
     ), added as (
       insert into stock_movement_reference (movement_id, type, reference_id)
       select id, 'order', order_id from found order by id, order_id
       on conflict do nothing
       returning movement_id
     )
     select cast((select count(distinct movement_id) from added) as integer) as matched,
       cast((select max(id) from batch) as text) as last_id`,
    { after_id, limit }
  )
  return batch!
}
