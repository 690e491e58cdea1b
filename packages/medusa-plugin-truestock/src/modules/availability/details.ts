import type { LeadTimeDays } from "./facts"
import type { Policy } from "./sql/list-policies"
import type { Supply } from "./sql/list-supply"
import type { AvailabilityStatus } from "./status"

/*
 * What an operator is told of a product (GET /admin/products/:id/availability). Times are ISO strings.
 */

type Told = {
  status: AvailabilityStatus
  /** Which rule decided, e.g. `override`, `above_threshold`, `not_released`. */
  reason: string
  /** A cart could reserve one now, and the status permits it. */
  purchasable: boolean
  /** What one order can get from stock; null = no limit. */
  quantity: number | null
}

/** `available_on`: when a preorder is released; `eta`: when what is backordered or incoming is expected to be here. */
type Promised = { available_on: string | null; lead_time_days: LeadTimeDays | null; eta: string | null }

/** `available_quantity`: stock less reservations, as core counts it; null where inventory is not managed. */
type Counted = { available_quantity: number | null }

type Dated = { id: string; created_at: string; updated_at: string }

/** A manual override. No variant = the whole product, no channel = all channels. */
export type OverrideDetails = Dated & {
  variant_id: string | null
  sales_channel_id: string | null
  status: AvailabilityStatus
  notes: string | null
  /** Whether shoppers are told the note. */
  note_visible: boolean
  /** Who set it, e.g. a user id. */
  set_by: string | null
  /** null = until cleared. */
  expires_at: string | null
  /** By the database's clock. */
  is_expired: boolean
}

export type VariantDetails = Told &
  Promised &
  Counted & {
    variant_id: string
    title: string | null
    sku: string | null
    /** What one order line can get, beside the sum: core reserves a line at one location. null as the sum. */
    max_single_location: number | null
  }

/** `location_ids`: the active locations from which the channel sells. */
export type ChannelDetails = Told &
  Promised & {
    sales_channel_id: string
    name: string | null
    location_ids: string[]
    variants: VariantDetails[]
  }

/** A variant at a location, judged as if it were the only one. */
export type LocationDetails = Told &
  Counted &
  Pick<Promised, "eta"> & { location_id: string; name: string | null; variant_id: string }

export type AvailabilityDetails = Told &
  Dated & {
    product_id: string
    source: "calculated" | "manual"
    available_on: string | null
    eta: string | null
    notes: string | null
    /** When time alone may change any of this. */
    due_at: string | null
    overrides: OverrideDetails[]
    channels: ChannelDetails[]
    locations: LocationDetails[]
    policies: Policy[]
    /** What suppliers say of its variants. */
    supplies: Supply[]
  }
