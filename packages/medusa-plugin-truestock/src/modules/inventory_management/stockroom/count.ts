export const COUNT_STATUSES = ["open", "posted", "cancelled"] as const
export type CountStatus = (typeof COUNT_STATUSES)[number]

/** A stock take at one location. */
export type Count = {
  id: string
  location_id: string
  status: CountStatus
  note: string | null
  /** When it was posted or cancelled. */
  closed_at: string | null
  created_by: string | null
  created_at: string
  updated_at: string
  counted_lines: number
  /** Lines of which another quantity was counted than the books had. */
  differing_lines: number
  /** Units counted beyond the books, and units of the books that were not there. */
  found_quantity: number
  missing_quantity: number
}

export type CountInput = { location_id: string; note?: string | null; created_by?: string | null }

/** counted_quantity null takes the item's line away. */
export type CountEntry = { inventory_item_id: string; counted_quantity: number | null }

export type CountLine = {
  inventory_item_id: string
  sku: string | null
  title: string | null
  product_title: string | null
  /** null = not counted yet. */
  counted_quantity: number | null
  /** What the books had when it was counted; of what was not counted, what they have now. */
  expected_quantity: number
  /** counted - expected: what posting adds; null = not counted. */
  difference: number | null
  /** What the books have now, as long as the count is open. */
  stocked_quantity: number
  counted_by: string | null
  counted_at: Date | null
}
