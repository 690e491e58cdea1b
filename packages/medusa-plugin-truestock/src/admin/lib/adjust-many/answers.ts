import type { StockedLevel } from "../answers"

/** POST /admin/inventory/levels/lookup. */
export type StockLookup = {
  inventory_items: { id: string; sku: string | null; title: string | null; levels: StockedLevel[] }[]
  allow_fractions: boolean
}

/** POST /admin/inventory/adjust with many rows; `row`: the index of one that was not done. */
export type AdjustedMany = {
  adjustments: unknown[]
  failed: { row: number; code: string; message: string }[]
}
