import type { AvailabilityStatus } from "./status"

/*
 * What the rules know of a product: read by one SQL statement (sql/read-facts.ts), judged by pure functions
 * (rules/). Quantities are JavaScript numbers, as in core's own availability arithmetic; times are ISO strings.
 */

/** What is still to come of a delivery, and when. */
export type DeliveryFacts = { units: number; expected_at: string }

/** One inventory level. `available` = stocked - reserved - held, computed by the database; it may be negative. */
export type LevelFacts = {
  location_id: string
  available: number
  incoming: number
  /** When the source of this quantity last spoke (`metadata.as_of` of the level), else null. */
  as_of: string | null
  /** Suppliers that speak of this quantity (availability_supply); their time and limits count, too. */
  sources?: SourceFacts[] | null
  /** When the first of its holds expires: then more is available. */
  held_until?: string | null
  /** Deliveries that are expected there and have a date, which may have passed; null = none. */
  deliveries?: DeliveryFacts[] | null
}

/** When a supplier last spoke of a quantity, and how long that is believed; null = as long as the plugin's options say. */
export type SourceFacts = { as_of: string | null; limit_seconds: number | null; grace_seconds: number | null }

/** One inventory item of a variant; a kit has several. `required` = units of it in one unit of the variant. */
export type PartFacts = {
  inventory_item_id: string
  required: number
  levels: LevelFacts[]
}

export type VariantFacts = {
  id: string
  manage_inventory: boolean
  allow_backorder: boolean
  parts: PartFacts[]
}

/** Days from the order until the unit ships. */
export type LeadTimeDays = { min: number; max: number }

/** The fields of a policy. null = says nothing, the next step decides. */
export type PolicyFields = {
  low_stock_threshold: number | null
  safety_stock: number | null
  backorder_limit: number | null
  lead_time_days: LeadTimeDays | null
  release_date: string | null
  /** The publisher forbids sale before this moment; like a release date, whichever is later. */
  strict_on_sale_date: string | null
  allow_preorder: boolean | null
  discontinued: boolean | null
  /** The reason (restricted, withdrawn, recalled), or null = for sale. */
  not_for_sale: string | null
}

/** What a supplier can say of a variant (availability_supply): the rest of a policy is the shop's own affair. */
export type SupplyFields = Omit<PolicyFields, "low_stock_threshold" | "safety_stock" | "backorder_limit">

/**
 * A policy as stored: of the product, of one variant, or of one variant at one location. Or, with `is_supply`, what the
 * supplier of a variant says: it holds where none of these says anything.
 */
export type PolicyFacts = PolicyFields & {
  variant_id: string | null
  location_id: string | null
  is_supply?: boolean
}

/** A manual override as stored: of the product or one variant, for all channels or one. */
export type OverrideFacts = {
  variant_id: string | null
  sales_channel_id: string | null
  status: AvailabilityStatus
  notes: string | null
  /** Whether shoppers are told the note. */
  note_visible: boolean
  expires_at: string | null
}

/** A sales channel that the product is in, with the active locations it sells from. */
export type ChannelFacts = { id: string; location_ids: string[] }

/** What the rules judge. */
export type StockFacts = {
  product_id: string
  /** Deleted, or gone: leaves the read model. */
  is_deleted: boolean
  channels: ChannelFacts[]
  /** Stock locations from which nothing is sold for now, whatever the channel. */
  inactive_location_ids: string[]
  variants: VariantFacts[]
  policies: PolicyFacts[]
  overrides: OverrideFacts[]
  /** The summary's status before this refresh, null = first one. */
  previous_status: AvailabilityStatus | null
  /** Status per channel before this refresh. */
  previous_channels: Record<string, AvailabilityStatus>
}

/** What a listing shows, filters and sorts by beside the status. No rule looks at it. */
export type ProductDescription = {
  is_published: boolean
  title: string
  subtitle: string | null
  handle: string
  thumbnail: string | null
  collection_id: string | null
  type_id: string | null
  brand_id: string | null
  brand_name: string | null
  created_at: string
  updated_at: string
  /** Active public categories of the product, ancestors included. */
  category_ids: string[]
  tag_ids: string[]
  /** SKU, EAN, UPC and barcode of the variants: what is looked up whole. */
  codes: string[]
  /** Lowest base price per currency code (no price list, no rules), as decimal text: it may exceed what a number holds. */
  prices: Record<string, string>
}

export type ProductFacts = StockFacts & ProductDescription
