import { type Connection, query } from "../../../database/connection"

/**
 * Queues the products whose release date, override, source limit or expected date has passed: time changes a status without any
 * write. Clears their due time in the same statement; the refresh sets the next one. Skips rows that a refresh
 * holds (it will see the time itself).
 */
export async function enqueueDue(connection: Connection, limit: number): Promise<number> {
  const [row] = await query<{ count: number }>(
    connection,
    `with due as (
       select id, product_id from availability
       where due_at <= truestock_now()
       order by due_at limit :limit
       for update skip locked
     ), queued as (
       insert into availability_change (kind, ref_id) select 'product', product_id from due
     ), cleared as (
       update availability a set due_at = null from due where a.id = due.id returning 1
     )
     select count(*)::int as count from cleared`,
    { limit }
  )
  return row?.count ?? 0
}
