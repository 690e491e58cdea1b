import { type Connection, query } from "../../../database/connection"

/** Both exclusive. */
export type IdSpan = { above: string; below: string }

/** Movements of several writers get their ids and their times not quite in the same order. */
const SLACK_SECONDS = 60
const BEFORE_ALL = "0"
const AFTER_ALL = String(2n ** 63n - 1n)

/**
 * The ids among which the movements of a span of time lie; whoever uses them still compares the times.
 *
 * Ids and times grow together, so the id of a moment is found by bisection over the primary key, in some 30 look-ups
 * however long the ledger is. With it a span of time narrows whichever index a question is answered by.
 */
export async function idsOfSpan(connection: Connection, from?: Date, to?: Date): Promise<IdSpan> {
  const above = from ? await lastIdBefore(connection, from, -SLACK_SECONDS) : BEFORE_ALL
  if (!to) return { above, below: AFTER_ALL }
  return { above, below: String(BigInt(await lastIdBefore(connection, to, SLACK_SECONDS)) + 1n) }
}

/** What is up to `low` is earlier than the time, what is above `high` is not; they meet. */
async function lastIdBefore(connection: Connection, time: Date, shift_seconds: number): Promise<string> {
  const [found] = await query<{ id: string }>(
    connection,
    `with recursive bisection as (
       select cast(0 as bigint) as low, coalesce((select max(id) from stock_movement), 0) as high
       union all
       select case when is_earlier then probe.id else low end,
         case when is_earlier then high else middle - 1 end
       from bisection
       cross join lateral (select low + (high - low + 1) / 2 as middle) m
       left join lateral (
         select id, created_at from stock_movement where id between middle and high order by id limit 1
       ) probe on true
       cross join lateral (
         select coalesce(
           probe.created_at < cast(:time as timestamptz) + make_interval(secs => :shift_seconds), false
         ) as is_earlier
       ) judged
       where low < high
     )
     select cast(low as text) as id from bisection where low = high`,
    { time, shift_seconds }
  )
  return found!.id
}
