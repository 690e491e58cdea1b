import { type Connection, query } from "../../../database/connection"

/** The time by which movements are recorded. */
export async function readClock(connection: Connection): Promise<Date> {
  const [clock] = await query<{ now: Date }>(connection, "select clock_timestamp() as now")
  return clock!.now
}
