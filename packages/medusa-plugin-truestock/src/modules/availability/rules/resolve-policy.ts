import type { TruestockOptions } from "../../../options"
import type { LeadTimeDays, PolicyFacts, PolicyFields } from "../facts"

/** A policy with every question answered. */
export type ResolvedPolicy = {
  low_stock_threshold: number
  safety_stock: number
  backorder_limit: number | null
  lead_time_days: LeadTimeDays | null
  release_date: string | null
  strict_on_sale_date: string | null
  allow_preorder: boolean
  discontinued: boolean
  not_for_sale: string | null
}

/**
 * The policy that holds for a variant, at one location if one is given: field by field the first that is said,
 * in the order variant + location, variant, product, plugin default.
 */
export function resolvePolicy(
  policies: readonly PolicyFacts[],
  defaults: TruestockOptions,
  variantId: string | null,
  locationId: string | null = null
): ResolvedPolicy {
  const steps = [
    policies.find(
      (p) => variantId && locationId && p.variant_id === variantId && p.location_id === locationId
    ),
    policies.find((p) => variantId && p.variant_id === variantId && p.location_id === null),
    policies.find((p) => p.variant_id === null && p.location_id === null),
  ]
  const said = <F extends keyof PolicyFields>(field: F): PolicyFields[F] | null =>
    steps.map((step) => step?.[field] ?? null).find((value) => value !== null) ?? null

  return {
    low_stock_threshold: said("low_stock_threshold") ?? defaults.low_stock_threshold,
    safety_stock: said("safety_stock") ?? defaults.safety_stock,
    backorder_limit: said("backorder_limit") ?? defaults.backorder_limit,
    lead_time_days: said("lead_time_days") ?? defaults.lead_time_days,
    release_date: said("release_date"),
    strict_on_sale_date: said("strict_on_sale_date"),
    allow_preorder: said("allow_preorder") ?? defaults.allow_preorder,
    discontinued: said("discontinued") ?? false,
    not_for_sale: said("not_for_sale"),
  }
}
