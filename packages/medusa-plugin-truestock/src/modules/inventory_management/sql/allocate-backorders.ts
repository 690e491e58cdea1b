import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { query } from "../../../database/connection"

const MOST_CHANGES = 1_000

/**
 * What is in stock belongs to the oldest promise of its level, then to the next: what is left uncovered is owed. Looks at
 * the levels that have changed, and notes what is owed of each of their promises, which of them is filled, and forgets
 * those that have ended. An owing of less than two seconds is forgotten, too: core lowers the stock of what it
 * fulfils a moment before it ends the promise, and meanwhile the next one seems to go without.
 *
 * One process at a time, by an advisory lock; looks in a statement after the lock, of one snapshot. Locks the rows of
 * inventory_backorder alone, so no sale waits for it. Answers how many changes it has looked at.
 */
export async function allocateBackorders(connection: Knex): Promise<number> {
  return connection.transaction(async (tx) => {
    const [lock] = await query<{ is_ours: boolean }>(
      tx,
      "select pg_try_advisory_xact_lock(hashtext('truestock backorders')) as is_ours"
    )
    if (!lock?.is_ours) return 0
    const changes = await query<{ level_id: string }>(
      tx,
      `delete from backorder_change where id in (select id from backorder_change order by id limit :most)
       returning level_id`,
      { most: MOST_CHANGES }
    )
    if (changes.length === 0) return 0
    const levels = [...new Set(changes.map(({ level_id }) => level_id))]
    await query(tx, ALLOCATE, { levels })
    return changes.length
  })
}

const ALLOCATE = `
  with promised as (
    select r.id, l.id as level_id, r.inventory_item_id, r.location_id, r.line_item_id, r.quantity, r.created_at,
      least(r.quantity, greatest(0, sum(r.quantity) over (
        partition by l.id order by r.created_at, r.id) - greatest(l.stocked_quantity, 0))) as owed
    from inventory_level l
    join reservation_item r on r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id
      and r.deleted_at is null
    where l.id = any(cast(:levels as text[])) and l.deleted_at is null
  ), noted as (
    insert into inventory_backorder as b (reservation_id, level_id, inventory_item_id, location_id, line_item_id,
      quantity, owed_quantity, promised_at)
    select id, level_id, inventory_item_id, location_id, line_item_id, quantity, owed, created_at
    from promised where owed > 0 order by id
    on conflict (reservation_id) do update set quantity = excluded.quantity, owed_quantity = excluded.owed_quantity,
      opened_at = case when b.filled_at is null then b.opened_at else clock_timestamp() end,
      filled_at = null, claimed_until = null, sent_at = null
    where (b.quantity, b.owed_quantity) <> (excluded.quantity, excluded.owed_quantity)
  ), over as (
    select b.reservation_id, p.id is not null and b.opened_at < clock_timestamp() - interval '2 seconds' as is_filled
    from inventory_backorder b left join promised p on p.id = b.reservation_id
    where b.level_id = any(cast(:levels as text[])) and b.filled_at is null and coalesce(p.owed, 0) = 0
  ), forgotten as (
    delete from inventory_backorder where reservation_id in (select reservation_id from over where not is_filled)
  )
  update inventory_backorder set owed_quantity = 0, filled_at = clock_timestamp()
  where reservation_id in (select reservation_id from over where is_filled)`
