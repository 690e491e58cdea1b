/** What may be said of a variant's stock when it crosses a line. */
export const ALERT_KINDS = ["low_stock", "out_of_stock", "back_in_stock"] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** Emitted once for each crossing, delivered at least once, with the alert's id to tell repeats by. */
export const INVENTORY_LOW_STOCK = "inventory.low_stock"
export const INVENTORY_OUT_OF_STOCK = "inventory.out_of_stock"
export const INVENTORY_BACK_IN_STOCK = "inventory.back_in_stock"

/** A crossing, as its event tells it. */
export type StockAlertEvent = {
  id: string
  product_id: string
  variant_id: string
  sku: string | null
  /** The product's title; of a product with several variants, with the variant's in brackets. */
  title: string
  /** Whole units that there were to sell at that moment: safety stock and what carts hold taken off, never below 0. */
  quantity: number
  /** The policy's at that moment. */
  threshold: number
  /** When it was seen, by the database's clock. ISO 8601. */
  created_at: string
}

export type StockAlert = StockAlertEvent & { kind: AlertKind }
