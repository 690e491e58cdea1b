import { type Connection, query } from "../../../database/connection"

/** Small, so that whoever reserves meanwhile never waits for one for long. */
const BATCH = 500

/**
 * Marks holds that have expired as such, for good order: nobody counts them any more, marked or not. Skips what is
 * being confirmed or released right now. Answers how many were marked.
 */
export async function tidyHolds(connection: Connection): Promise<number> {
  let tidied = 0
  for (let batch = BATCH; batch === BATCH; tidied += batch) {
    const rows = await query(
      connection,
      `with over as (
         select id from inventory_hold
         where ended_at is null and expires_at at time zone 'UTC' <= truestock_now() at time zone 'UTC'
         order by expires_at at time zone 'UTC' limit ${BATCH} for update skip locked
       )
       update inventory_hold h set ended_at = h.expires_at, ended_as = 'expired', updated_at = now()
       from over where h.id = over.id returning 1`
    )
    batch = rows.length
  }
  return tidied
}
