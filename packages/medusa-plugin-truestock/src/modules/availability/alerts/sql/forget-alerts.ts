import { type Connection, query } from "../../../../database/connection"

/** Removes alerts whose event was delivered three months ago. */
export async function forgetAlerts(connection: Connection): Promise<void> {
  await query(
    connection,
    `delete from stock_alert
     where created_at < truestock_now() - interval '90 days' and sent_at is not null`
  )
}
