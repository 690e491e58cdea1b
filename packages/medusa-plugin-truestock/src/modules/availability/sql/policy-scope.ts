/** Whose policy: a product, one of its variants, or that variant at one location. */
export type PolicyScope = { product_id: string; variant_id?: string | null; location_id?: string | null }

/** Columns of a policy; as a change, what is not named stays. */
export type PolicyColumns = Record<string, string | number | boolean | Date | null>

/** Everything that a policy can say. */
export const POLICY_COLUMNS = [
  ...(["low_stock_threshold", "safety_stock", "backorder_limit", "lead_time_min_days"] as const),
  ...(["lead_time_max_days", "release_date", "strict_on_sale_date", "allow_preorder"] as const),
  ...(["discontinued", "not_for_sale"] as const),
]

/** The condition that finds the policy of exactly one scope, as the unique index compares it. */
export const OF_POLICY_SCOPE = `product_id = :product_id
  and coalesce(variant_id, '') = coalesce(:variant_id, '')
  and coalesce(location_id, '') = coalesce(:location_id, '') and deleted_at is null`

export const policyScopeBindings = (scope: PolicyScope) => ({
  product_id: scope.product_id,
  variant_id: scope.variant_id ?? null,
  location_id: scope.location_id ?? null,
})
