import type { MovementReference } from "../movement"

/** An inventory item of Medusa's that is to be made. */
export type InventoryItemInput = {
  /** No other item may have it. */
  sku: string
  /** The variant that it is the stock of, one unit for each; it must have no item yet. */
  variant_id?: string | null
  /** None = the variant's. */
  title?: string | null
  metadata?: Record<string, unknown> | null
}

export type InventoryItem = {
  id: string
  sku: string
  title: string | null
  variant_id: string | null
  metadata: Record<string, unknown> | null
  created_at: string
}

/** A level of an item at a location that is to be made. */
export type InventoryLevelInput = {
  inventory_item_id: string
  location_id: string
  /** The opening stock in units, from 0. */
  stocked_quantity: number
  /** Why there are so many, for the ledger: one of its reasons; any other text is the note of `other`; none = correction. */
  reason?: string | null
  note?: string | null
  reference?: MovementReference | null
}

/** Quantities in units. */
export type InventoryLevel = {
  id: string
  inventory_item_id: string
  location_id: string
  stocked_quantity: number
  reserved_quantity: number
  incoming_quantity: number
  created_at: string
}

/** What became of the item of a variant: operations/follow-variant.ts. */
export type FollowOutcome =
  "followed" | "created" | "unchanged" | "not_managed" | "kit" | "shared" | "duplicate_sku"

export type Followed = {
  variant_id: string
  outcome: FollowOutcome
  /** The item, of a kit one of them; null where the variant has none. */
  inventory_item_id: string | null
  /** The variant's. */
  sku: string | null
}
