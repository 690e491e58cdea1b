/** What a cart holds. Times are the database's, as ISO strings. */
export type CartHold = {
  cart_id: string
  /** When the first of it expires. */
  expires_at: string
  /** The database's clock when it was read: a countdown starts from here, whatever the browser's clock says. */
  now: string
  /** Quantities are units of the variant. */
  lines: { line_item_id: string; variant_id: string | null; quantity: number; expires_at: string }[]
}
