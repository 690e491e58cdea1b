import type { Figures, FlagReason } from "../titles/title"

/**
 * Emitted for titles whose stock has changed meaningfully: `{ titles: [...] }`, a page of them in one event. At least
 * once for each flag; of several flags that nobody was told of yet the last one counts.
 */
export const DISTRIBUTOR_STOCK_CHANGED = "distributor.stock_changed"

export type FlaggedTitle = {
  source_id: string
  ean13: string
  product_id: string | null
  variant_id: string | null
  /** Units at the enabled places, summed; null = not said. */
  before: Pick<Figures, "on_hand" | "on_order"> | null
  after: Pick<Figures, "on_hand" | "on_order">
  reasons: FlagReason[]
  /** ISO instant of the flag: tells repeats apart. */
  flagged_at: string
}

export type DistributorStockChangedEvent = { titles: FlaggedTitle[] }
