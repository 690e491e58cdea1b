import type { MovementReference } from "../movement"

/** A delivery that is expected of one item at one location. */
export type Incoming = {
  id: string
  inventory_item_id: string
  location_id: string
  /** Units ordered. */
  quantity: number
  received_quantity: number
  /** Units that are still to come; they stand in the level's incoming_quantity. */
  remaining_quantity: number
  status: IncomingStatus
  expected_at: string | null
  supplier: string | null
  note: string | null
  /** What a unit costs, in `currency_code`; null = not known. */
  unit_cost: number | null
  currency_code: string | null
  /** When it was received whole, or cancelled. */
  closed_at: string | null
  created_by: string | null
  created_at: string
  updated_at: string
}

export const INCOMING_STATUSES = ["expected", "received", "cancelled"] as const
export type IncomingStatus = (typeof INCOMING_STATUSES)[number]

export type IncomingInput = {
  inventory_item_id: string
  location_id: string
  quantity: number
  expected_at?: Date | string | null
  supplier?: string | null
  note?: string | null
  unit_cost?: number | null
  currency_code?: string | null
  created_by?: string | null
}

/** What is not named stays as it is; null clears. */
export type IncomingChange = Partial<Pick<IncomingInput, "quantity" | "expected_at" | "supplier" | "note">>

/** Units that have come. With `incoming_id` item and location may be left away. */
export type ReceiptInput = {
  inventory_item_id?: string
  location_id?: string
  quantity: number
  incoming_id?: string | null
  /** None = that of the delivery, if it has one. */
  unit_cost?: number | null
  currency_code?: string | null
  note?: string | null
  reference?: MovementReference | null
}

export type ReceiptOptions = {
  /** Default: received. Any other text than a reason of the ledger becomes the note of `other`. */
  reason?: string | null
  /** For the rows that have none of their own, as the reference. */
  note?: string | null
  reference?: MovementReference | null
}

export type Received = {
  inventory_item_id: string
  location_id: string
  quantity: number
  incoming_id: string | null
  /** As they are now. */
  stocked_quantity: number
  reserved_quantity: number
  incoming_quantity: number
}
