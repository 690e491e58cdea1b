import type { AvailabilityReason } from "../../../modules/availability/rules/decide-variant"
import type { AvailabilityStatus } from "../../../modules/availability/status"

export type LeadTime = { min: number; max: number }

/** Which rule decided; `product_deleted` stands where the product is gone. */
export type Reason = AvailabilityReason | "product_deleted"

/** What is said of a product, a variant or a location; moments are ISO strings, null quantity = no limit. */
export type Figures = {
  status: AvailabilityStatus
  reason: Reason
  purchasable: boolean
  quantity: number | null
}

/** A person's word over the rules. Null variant or channel = all of them. */
export type Override = {
  id: string
  variant_id: string | null
  sales_channel_id: string | null
  status: AvailabilityStatus
  notes: string | null
  note_visible: boolean
  set_by: string | null
  expires_at: string | null
  is_expired: boolean
  created_at: string
  updated_at: string
}

export type VariantFigures = Figures & {
  variant_id: string
  title: string | null
  sku: string | null
  available_quantity: number | null
  max_single_location: number | null
  available_on: string | null
  lead_time_days: LeadTime | null
  eta: string | null
}

export type ChannelFigures = Figures & {
  sales_channel_id: string
  name: string | null
  available_on: string | null
  lead_time_days: LeadTime | null
  eta: string | null
  location_ids: string[]
  variants: VariantFigures[]
}

export type LocationFigures = Figures & {
  location_id: string
  name: string | null
  variant_id: string
  available_quantity: number | null
  eta: string | null
}

/** What a policy can say; null = says nothing, the next step decides. */
export type PolicyFields = {
  low_stock_threshold: number | null
  safety_stock: number | null
  backorder_limit: number | null
  lead_time_days: LeadTime | null
  release_date: string | null
  strict_on_sale_date: string | null
  allow_preorder: boolean | null
  discontinued: boolean | null
  not_for_sale: string | null
}

/** No variant = of the whole product; a location only together with a variant. */
export type PolicyScope = { variant_id: string | null; location_id: string | null }

export type Policy = PolicyScope &
  PolicyFields & { id: string; product_id: string; created_at: string; updated_at: string }

/** What a supplier can say of a variant. */
export const SUPPLY_FIELDS = [
  "lead_time_days",
  "release_date",
  "strict_on_sale_date",
  "allow_preorder",
  "discontinued",
  "not_for_sale",
] as const satisfies (keyof PolicyFields)[]

/** `as_of`: when the source last spoke of the quantity. */
export type Supply = Pick<PolicyFields, (typeof SUPPLY_FIELDS)[number]> & {
  variant_id: string
  source: string
  as_of: string | null
}

/** GET /admin/products/:id/availability. */
export type ProductAvailability = Figures & {
  id: string
  product_id: string
  source: "calculated" | "manual"
  available_on: string | null
  eta: string | null
  notes: string | null
  due_at: string | null
  created_at: string
  updated_at: string
  overrides: Override[]
  channels: ChannelFigures[]
  locations: LocationFigures[]
  policies: Policy[]
  supplies: Supply[]
}

export type PolicyStep = "variant_location" | "variant" | "product" | "supply" | "default"

/** What holds for a scope, field by field, and which step says so. */
export type ResolvedPolicy = {
  [Field in keyof PolicyFields]?: { value: PolicyFields[Field]; from: PolicyStep }
}

/** GET /admin/products/:id/availability/policy. */
export type PolicyAnswer = { policies: Policy[]; supplies: Supply[]; resolved: ResolvedPolicy }

/** A row of GET /admin/products/:id/availability/history; null from = first known, null to = left the channel. */
export type StatusChange = {
  id: string
  sales_channel_id: string | null
  from_status: AvailabilityStatus | null
  to_status: AvailabilityStatus | null
  reason: Reason | null
  changed_at: string
}

export type StatusChangePage = { history: StatusChange[]; count: number; offset: number; limit: number }

/** A row of GET /admin/availability. */
export type AvailabilityRow = Figures & {
  id: string
  product_id: string
  title: string | null
  handle: string | null
  thumbnail: string | null
  product_status: string | null
  source: "calculated" | "manual"
  available_on: string | null
  eta: string | null
  notes: string | null
  updated_at: string
}

export type AvailabilityPage = {
  availabilities: AvailabilityRow[]
  count: number
  offset: number
  limit: number
}
