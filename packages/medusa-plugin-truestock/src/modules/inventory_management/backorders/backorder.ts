export const BACKORDER_STATUSES = ["owed", "filled", "all"] as const
export type BackorderStatus = (typeof BACKORDER_STATUSES)[number]

/** A promise that the stock of its level does not cover, or did not: the oldest are covered first. */
export type Backorder = {
  reservation_id: string
  line_item_id: string | null
  inventory_item_id: string
  sku: string | null
  title: string | null
  location_id: string
  location_name: string | null
  /** Units promised, and of them those that are not there; 0 = filled. */
  quantity: number
  owed_quantity: number
  promised_at: Date
  opened_at: Date
  filled_at: Date | null
  /** When deliveries that are expected will have covered it; null = they will not, or nobody knows when. */
  expected_at: Date | null
}
