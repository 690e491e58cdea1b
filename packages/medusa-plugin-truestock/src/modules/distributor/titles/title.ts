import type { LocationStock, StockRecord } from "truestock-distributor-feeds"

export const SYNC_STATUSES = ["discovered", "enriched", "imported", "skipped", "failed"] as const
export type SyncStatus = (typeof SYNC_STATUSES)[number]

/** What a distributor's record means for the sale of the title; what is stored, and what a shop's tables are set to. */
export type SaleTerms = {
  /** Units that may be sold from stock. null = nobody said: the level stays as it is. */
  sellable: number | null
  /** Whether a cart may take more than that. */
  takes_backorder: boolean
  lead_time_days: { min: number; max: number } | null
  /** ISO instants. */
  release_date: string | null
  strict_on_sale_date: string | null
  allow_preorder: boolean
  discontinued: boolean
  /** Why it must not be sold, or null. */
  not_for_sale: string | null
}

/** The part of a record that is kept beside its stock. */
export type TitleRecord = Omit<StockRecord, "locations" | "provenance">

/** A row of the catalogue queue. */
export type Title = {
  source_id: string
  ean13: string
  record: TitleRecord
  locations: LocationStock[]
  /** Summed over the enabled places; null = not said. */
  on_hand: number | null
  on_order: number | null
  terms: SaleTerms
  sync_status: SyncStatus
  status_reason: string | null
  product_id: string | null
  variant_id: string | null
  inventory_item_id: string | null
  stock_changed_at: string | null
  stock_change: StockChange | null
  flagged_at: string | null
  first_seen_at: string
  seen_at: string | null
  as_of: string | null
  missing_since: string | null
}

export type Figures = { locations: LocationStock[]; on_hand: number | null; on_order: number | null }

export const FLAG_REASONS = ["to_zero", "from_zero", "across_threshold", "large"] as const
export type FlagReason = (typeof FLAG_REASONS)[number]

/** The last change of a title's stock. */
export type StockChange = { before: Figures; after: Figures; reasons: FlagReason[] }
