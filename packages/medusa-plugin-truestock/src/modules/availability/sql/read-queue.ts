import { type Connection, query } from "../../../database/connection"

/** How the change queue stands. */
export type QueueState = {
  /** Changes that are ready to be drained, counted up to MOST_COUNTED. */
  waiting: number
  /** How long the oldest of them has waited; null = none, or from before the time was noted. */
  lag_seconds: number | null
  /** The oldest, as "product prod_1". */
  oldest: string[]
  /** Changes that failed before, waiting for their next try or past it. */
  failed: number
}

/** Beyond this the number only says "many", and counting would cost. */
export const MOST_COUNTED = 10_000

/** Reads the front of the queue, behind what is settled, and no more than MOST_COUNTED of it. */
export async function readQueue(connection: Connection, examples: number): Promise<QueueState> {
  const [state] = await query<QueueState>(
    connection,
    `with front as materialized (
       select id, kind, ref_id, attempts, created_at, attempts = 0 or due_at <= truestock_now() as is_ready
       from availability_change
       where id > (select settled_id from availability_change_cursor)
       order by id limit ${MOST_COUNTED}
     )
     select cast(count(*) filter (where is_ready) as integer) as waiting,
       cast(extract(epoch from truestock_now() - min(created_at) filter (where is_ready)) as float) as lag_seconds,
       coalesce((array_agg(concat_ws(' ', kind, ref_id) order by id) filter (where is_ready))[1:cast(:examples as integer)], '{}')
         as oldest,
       cast(count(*) filter (where attempts > 0) as integer) as failed
     from front`,
    { examples }
  )
  return state!
}
