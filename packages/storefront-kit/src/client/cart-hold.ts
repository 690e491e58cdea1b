/** What a cart holds of the stock, for a while. Times are the database's (ISO 8601), whatever the browser's clock says. */
export type CartHold = {
  cart_id: string
  /** When the first line expires. */
  expires_at: string
  /** The database's clock when it answered: a countdown starts from here. */
  now: string
  lines: { line_item_id: string; variant_id: string | null; quantity: number; expires_at: string }[]
}

/** Answer of `GET` and `POST /store/carts/:id/hold`: null = nothing is held. */
export type CartHoldAnswer = { hold: CartHold | null }

/** Answer of `DELETE /store/carts/:id/hold`, also where nothing was held. */
export type CartHoldReleased = { id: string; object: "cart_hold"; deleted: true }
