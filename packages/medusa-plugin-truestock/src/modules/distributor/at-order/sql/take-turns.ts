import { type Connection, query } from "../../../../database/connection"

/**
 * Takes the next turns at a site, so many and so far apart: orders of all processes stand in one line. One row, one update:
 * of two that try at once the second waits for the first, for as long as that takes.
 *
 * @returns milliseconds until the first turn; null = it would come too late, none was taken
 */
export async function takeTurns(
  connection: Connection,
  {
    source_id,
    turns,
    delay_ms,
    limit_ms,
  }: { source_id: string; turns: number; delay_ms: number; limit_ms: number }
): Promise<number | null> {
  const rows = await query<{ wait_ms: number }>(
    connection,
    `insert into distributor_turn as t (source_id, next_at)
     values (:source_id, truestock_now() + cast(:taken as interval))
     on conflict (source_id) do update set next_at = greatest(t.next_at, truestock_now()) + cast(:taken as interval)
     where t.next_at < truestock_now() + cast(:limit as interval)
     returning (extract(epoch from t.next_at - cast(:taken as interval) - truestock_now()) * 1000)::float8 as wait_ms`,
    { source_id, taken: `${turns * delay_ms} milliseconds`, limit: `${limit_ms} milliseconds` }
  )
  return rows[0] ? Math.max(0, Math.ceil(rows[0].wait_ms)) : null
}
