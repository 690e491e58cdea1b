import { type Connection, query, type Transaction } from "../../../../database/connection"

/** A snapshot: what every place (an item at a location) held after movement `until_id`, all of which are older than `as_of`. */
export type Snapshot = { id: string; until_id: string; as_of: Date; places: number }

const COLUMNS = `cast(id as text) as id, cast(until_id as text) as until_id, as_of, places`

export async function lastSnapshot(connection: Connection): Promise<Snapshot | undefined> {
  const [last] = await query<Snapshot>(
    connection,
    `select ${COLUMNS} from stock_snapshot s order by s.until_id desc limit 1`
  )
  return last
}

/** The last snapshot of which nothing is later than the moment. */
export async function snapshotBefore(connection: Connection, moment: Date): Promise<Snapshot | undefined> {
  const [found] = await query<Snapshot>(
    connection,
    `select ${COLUMNS} from stock_snapshot s
     where s.as_of < cast(:moment as timestamptz) + interval '1 millisecond' order by s.until_id desc limit 1`,
    { moment }
  )
  return found
}

/** The id of the first movement after a snapshot, "0" = there is none. Ids can have a gap of any width. */
export async function firstAfter(connection: Connection, until_id: string): Promise<string> {
  const [first] = await query<{ id: string }>(
    connection,
    `select cast(coalesce((select m.id from stock_movement m where m.id > cast(:until_id as bigint)
       order by m.id limit 1), 0) as text) as id`,
    { until_id }
  )
  return first!.id
}

/** The last movement there is, and the transaction before which all must have ended before those up to it are all there are. */
export async function readEnd(connection: Connection): Promise<{ id: string; ends_before: string }> {
  const [end] = await query<{ id: string; ends_before: string }>(
    connection,
    `select cast(coalesce((select max(id) from stock_movement), 0) as text) as id,
       cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as ends_before`
  )
  return end!
}

/** Whether every transaction that was under way when the end was read is over. */
export async function isSettled(connection: Connection, ends_before: string): Promise<boolean> {
  const [{ is_settled } = { is_settled: false }] = await query<{ is_settled: boolean }>(
    connection,
    `select pg_snapshot_xmin(pg_current_snapshot()) >= cast(:ends_before as xid8) as is_settled`,
    { ends_before }
  )
  return is_settled
}

/**
 * What movements came to, per place. The last balances are those of the movement with the highest id: arrays compare
 * by their first element, so no sort is needed. `received`: stock that came, but for what only came back (a return, a
 * cancelled fulfilment) or from another location. `condition` is about movement `m`.
 */
export const movedPlaces = (condition: string) => `
  select m.inventory_item_id, m.location_id,
    max(array[m.id, m.stocked_balance, m.reserved_balance, m.incoming_balance,
      case m.kind when 'delete' then 0 else 1 end]) as last,
    sum(case when m.kind in ('fulfil', 'fulfil_cancel') then -m.stocked_delta end) as fulfilled,
    sum(m.stocked_delta) filter (where m.stocked_delta > 0
      and m.kind not in ('opening', 'fulfil_cancel', 'return', 'transfer_in', 'restore')) as received,
    sum(m.stocked_delta) filter (where m.kind in ('transfer_in', 'transfer_out')) as transferred,
    max(m.created_at) filter (where m.kind = 'fulfil' and m.stocked_delta < 0) as last_fulfilled_at,
    max(m.created_at) filter (where m.stocked_delta > 0) as last_came_at,
    min(m.created_at) as first_at
  from stock_movement m where ${condition} group by m.inventory_item_id, m.location_id`

/** Places of a snapshot `s` and what has moved since, `m`: one row each. */
export const carriedOn = `
  coalesce(m.inventory_item_id, s.inventory_item_id) as inventory_item_id,
  coalesce(m.location_id, s.location_id) as location_id,
  coalesce(m.last[2], s.stocked) as stocked, coalesce(m.last[3], s.reserved) as reserved,
  coalesce(m.last[4], s.incoming) as incoming, coalesce(m.last[5] = 1, s.is_there) as is_there,
  coalesce(s.fulfilled, 0) + coalesce(m.fulfilled, 0) as fulfilled,
  coalesce(s.received, 0) + coalesce(m.received, 0) as received,
  coalesce(s.transferred, 0) + coalesce(m.transferred, 0) as transferred,
  greatest(s.last_fulfilled_at, m.last_fulfilled_at) as last_fulfilled_at,
  greatest(s.last_came_at, m.last_came_at) as last_came_at, least(s.first_at, m.first_at) as first_at`

/**
 * Writes the snapshot after movement `until_id` from the one before and the movements between. Of two that make the
 * same one the second waits for the first at the unique until_id, and then does nothing (false). Locks nothing else.
 */
export async function writeSnapshot(tx: Transaction, until_id: string): Promise<boolean> {
  const before = await lastSnapshot(tx)
  const bindings = { until_id, before_id: before?.id ?? null, after_id: before?.until_id ?? "0" }
  const range = "m.id > cast(:after_id as bigint) and m.id <= cast(:until_id as bigint)"
  const [made] = await query<{ id: string }>(
    tx,
    `insert into stock_snapshot (until_id, as_of)
     select cast(:until_id as bigint), greatest(max(m.created_at), cast(:before_as_of as timestamptz))
     from stock_movement m where ${range} having count(*) > 0
     on conflict (until_id) do nothing returning cast(id as text) as id`,
    { ...bindings, before_as_of: before?.as_of ?? null }
  )
  if (!made) return false
  await query(
    tx,
    `with moved as (${movedPlaces(range)}), written as (
       insert into stock_snapshot_place (snapshot_id, inventory_item_id, location_id, stocked, reserved, incoming, is_there,
         fulfilled, received, transferred, last_fulfilled_at, last_came_at, first_at)
       select cast(:id as bigint), ${carriedOn}
       from (select * from stock_snapshot_place where snapshot_id = cast(:before_id as bigint)) s
       full join moved m using (inventory_item_id, location_id)
       returning 1
     )
     update stock_snapshot set places = (select count(*) from written) where id = cast(:id as bigint)`,
    { ...bindings, id: made.id }
  )
  return true
}
