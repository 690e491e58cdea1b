import { type Connection, query } from "../../../../database/connection"

/** Confirms an address by its token. Answers whether there is such a subscription that has not been ended. */
export async function confirmSubscription(connection: Connection, token: string): Promise<boolean> {
  const confirmed = await query(
    connection,
    `update back_in_stock_subscription
     set confirmed_at = coalesce(confirmed_at, truestock_now()), attempts = 0, claimed_until = null, updated_at = now()
     where token = :token and unsubscribed_at is null
     returning 1`,
    { token }
  )
  return confirmed.length > 0
}
