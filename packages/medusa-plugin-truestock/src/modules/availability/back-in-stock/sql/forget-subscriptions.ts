import { type Connection, query } from "../../../../database/connection"

/** Removes addresses that are not needed any more: told or ended a month ago, never confirmed, waiting for a year. */
export async function forgetSubscriptions(connection: Connection): Promise<void> {
  await query(
    connection,
    `delete from back_in_stock_subscription
     where coalesce(notified_at, unsubscribed_at) < truestock_now() - interval '30 days'
       or confirmed_at is null and created_at < truestock_now() - interval '30 days'
       or created_at < truestock_now() - interval '1 year'`
  )
}
