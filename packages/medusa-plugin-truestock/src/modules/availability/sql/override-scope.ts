import type { AvailabilityStatus } from "../status"

/** Whom an override is for: no variant = the whole product, no channel = all channels. */
export type OverrideScope = {
  product_id: string
  variant_id?: string | null
  sales_channel_id?: string | null
}

/** An override as stored. `expires_at` null = until cleared. */
export type Override = OverrideScope & {
  status: AvailabilityStatus
  notes: string | null
  note_visible: boolean
  set_by: string | null
  expires_at: Date | null
}

/** The condition that finds the override of exactly one scope, as the unique index compares it. */
export const OF_SCOPE = `product_id = :product_id
  and coalesce(variant_id, '') = coalesce(:variant_id, '')
  and coalesce(sales_channel_id, '') = coalesce(:sales_channel_id, '') and deleted_at is null`

export const scopeBindings = (scope: OverrideScope) => ({
  product_id: scope.product_id,
  variant_id: scope.variant_id ?? null,
  sales_channel_id: scope.sales_channel_id ?? null,
})
