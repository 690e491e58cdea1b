import { type Connection, query } from "../../../database/connection"

/** Removes counts of requests whose time is over (api/rate-limit.ts); nobody would count them any more. */
export async function forgetRates(connection: Connection): Promise<void> {
  await query(
    connection,
    "delete from request_rate where expire < extract(epoch from clock_timestamp() - interval '1 hour') * 1000"
  )
}
