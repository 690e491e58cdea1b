import { type Connection, query } from "../../../database/connection"

/** What mode `observe` noted is looked at within weeks, or never. */
export async function forgetObservations(connection: Connection): Promise<void> {
  await query(
    connection,
    "delete from guard_observation where created_at < clock_timestamp() - interval '30 days'"
  )
}
