import { type Connection, query } from "../../../database/connection"

/**
 * Counts anew what reserved_quantity says too much against the live reservations, for levels whose books are open.
 * After a time without triggers. Sums every reservation once; locks the level_guard rows that differ.
 * Answers how many levels differed.
 */
export async function recountDrift(connection: Connection): Promise<number> {
  const changed = await query(
    connection,
    `update level_guard g set drift = counted.drift
     from (
       select l.id, l.reserved_quantity - coalesce(sum(r.quantity), 0) as drift
       from inventory_level l
       left join reservation_item r on r.inventory_item_id = l.inventory_item_id
         and r.location_id = l.location_id and r.deleted_at is null
       where l.deleted_at is null
       group by l.id, l.reserved_quantity
     ) counted
     where g.level_id = counted.id and g.drift <> counted.drift
     returning g.level_id`
  )
  return changed.length
}
