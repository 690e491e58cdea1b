import { type Connection, query } from "../../../database/connection"
import type { CartHold } from "../cart-hold"

/** What a cart holds now; null = nothing. Locks nothing. */
export async function readCartHold(connection: Connection, cart_id: string): Promise<CartHold | null> {
  const [row] = await query<{ hold: CartHold | null }>(
    connection,
    "select truestock_cart_hold(:cart_id) as hold",
    { cart_id }
  )
  return row!.hold
}
