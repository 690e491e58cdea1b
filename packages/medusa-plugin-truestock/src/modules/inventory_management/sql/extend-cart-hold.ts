import { type Connection, query } from "../../../database/connection"

/**
 * A sign of life of a cart: what it holds lasts for the given time from now, within its latest time. Locks the holds.
 * Answers how many last longer now.
 */
export async function extendCartHold(
  connection: Connection,
  cart_id: string,
  ttl_seconds: number
): Promise<number> {
  const extended = await query(
    connection,
    `update inventory_hold
     set expires_at = least(truestock_now() + make_interval(secs => :ttl_seconds), latest_expires_at),
       updated_at = now()
     where cart_id = :cart_id and ended_at is null and expires_at > truestock_now()
       and expires_at < least(truestock_now() + make_interval(secs => :ttl_seconds), latest_expires_at)
     returning 1`,
    { cart_id, ttl_seconds }
  )
  return extended.length
}
