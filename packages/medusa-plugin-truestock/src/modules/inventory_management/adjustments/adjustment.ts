import type { MovementReason, MovementReference } from "../movement"

/** A change of what is stocked of an item at a location. */
export type AdjustmentInput = {
  inventory_item_id: string
  location_id: string
  /** Units to add; negative to take away. */
  adjustment: number
  /** The stock that the caller saw: with another one nothing is done. */
  expected_quantity?: number | null
  /** One of the ledger's reasons; any other text becomes the note of `other`; none = correction. */
  reason?: string | null
  note?: string | null
  reference?: MovementReference | null
}

export type AdjustmentOptions = {
  /** Lets the stock end below what is promised or held; of what is missing for reservations a shortfall is on record. */
  allow_shortfall?: boolean
  /** abort (default): all or nothing. skip: what can be done is, and the rest reported. */
  on_error?: "abort" | "skip"
  /** For the rows that give none of their own. */
  reason?: string | null
  note?: string | null
  reference?: MovementReference | null
}

export type Adjusted = {
  inventory_item_id: string
  location_id: string
  adjustment: number
  reason: MovementReason
  /** As they are now. */
  stocked_quantity: number
  reserved_quantity: number
}

export type FailedAdjustment = {
  /** Which of the given rows, from 0. */
  row: number
  inventory_item_id: string
  location_id: string
  code: string
  message: string
}
