import { type Connection, query } from "../../../../database/connection"

/** Ends what a token stands for; a second time changes nothing. Answers whether there is such a subscription. */
export async function endSubscription(connection: Connection, token: string): Promise<boolean> {
  const ended = await query(
    connection,
    `update back_in_stock_subscription
     set unsubscribed_at = coalesce(unsubscribed_at, truestock_now()), updated_at = now()
     where token = :token
     returning 1`,
    { token }
  )
  return ended.length > 0
}
