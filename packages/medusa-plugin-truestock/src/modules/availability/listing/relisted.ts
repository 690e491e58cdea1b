/** A product in a channel whose place in the listing may have changed. */
export type Relisted = {
  product_id: string
  sales_channel_id: string
  /** The categories it was listed in before. */
  category_ids: string[] | null
  /** Whether its categories, prices or publication changed: not when only its status did, which most changes are. */
  is_moved?: boolean
}
