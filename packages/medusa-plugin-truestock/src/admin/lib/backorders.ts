/** Which backorders a page shows. */
export const BACKORDERS_SHOWN = ["owed", "filled", "all"] as const
export type BackordersShown = (typeof BACKORDERS_SHOWN)[number]

/** A row of GET /admin/inventory/backorders; `owed_quantity` of `quantity` are not there. */
export type Backorder = {
  reservation_id: string
  line_item_id: string | null
  inventory_item_id: string
  sku: string | null
  title: string | null
  location_id: string
  location_name: string | null
  quantity: number
  owed_quantity: number
  promised_at: string
  opened_at: string
  filled_at: string | null
  expected_at: string | null
}

export type BackorderPage = { backorders: Backorder[]; count: number; limit: number; offset: number }
