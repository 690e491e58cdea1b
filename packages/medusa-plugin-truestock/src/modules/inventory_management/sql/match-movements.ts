import { type Connection, query } from "../../../database/connection"

export type MatchedMovements = {
  /** How many movements found their order. */
  matched: number
  /** Where the next batch begins; null at the end of the ledger. */
  last_id: string | null
}

/**
 * Finds the order of movements that no event has named one for, in one batch of the ledger: the order of their lines,
 * else that of all lines of the same piece of work (stock that left with a fulfilment has no line; its reservation
 * has). Nothing is guessed: work on several orders' lines, or on none that exist, leaves such a movement alone.
 *
 * Reads a range of the primary key, and what belongs to it by index. Appends in the order of the key, locks nothing
 * else; what is found twice, or was said meanwhile, is no error.
 */
export async function matchMovements(
  connection: Connection,
  after_id: string,
  limit: number
): Promise<MatchedMovements> {
  const [batch] = await query<MatchedMovements>(
    connection,
    `with batch as materialized (
       select id, correlation_id, reference_type from stock_movement where id > :after_id order by id limit :limit
     ), unmatched as materialized (
       select id, correlation_id from batch
       where reference_type is distinct from 'order' and not exists (
         select from stock_movement_reference r where r.movement_id = batch.id and r.type = 'order')
     ), own as (
       select u.id, i.order_id
       from unmatched u
       join stock_movement_reference l on l.movement_id = u.id and l.type = 'line_item'
       join order_item i on i.item_id = l.reference_id and i.deleted_at is null
       group by u.id, i.order_id
     ), of_work as (
       select work.correlation_id, min(i.order_id) as order_id
       from (select distinct correlation_id from unmatched where correlation_id is not null) work
       join stock_movement m on m.correlation_id = work.correlation_id
       join stock_movement_reference l on l.movement_id = m.id and l.type = 'line_item'
       join order_item i on i.item_id = l.reference_id and i.deleted_at is null
       group by work.correlation_id
       having count(distinct i.order_id) = 1
     ), added as (
       insert into stock_movement_reference (movement_id, type, reference_id)
       select id, 'order', order_id from own
       union
       select u.id, 'order', w.order_id
       from unmatched u join of_work w on w.correlation_id = u.correlation_id
       where not exists (
         select from stock_movement_reference l where l.movement_id = u.id and l.type = 'line_item')
       order by 1, 3
       on conflict do nothing
       returning movement_id
     )
     select cast((select count(distinct movement_id) from added) as integer) as matched,
       cast((select max(id) from batch) as text) as last_id`,
    { after_id, limit }
  )
  return batch!
}
