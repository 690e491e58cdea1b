import type { TruestockOptions } from "../../../options"
import type { OverrideFacts, PolicyFacts, VariantFacts } from "../facts"
import type { AvailabilityStatus } from "../status"
import { type AvailabilityReason, decideVariant } from "./decide-variant"
import { withoutStaleLevels } from "./freshness"
import { unitsWithBackorder } from "./promise-beyond-stock"
import { resolvePolicy } from "./resolve-policy"

/** One variant as the cart's sales channel sees it. */
export type SaleFacts = {
  product_id: string
  is_published: boolean
  is_in_channel: boolean
  /** The active locations the channel sells from. */
  location_ids: string[]
  variant: VariantFacts
  policies: PolicyFacts[]
  overrides: OverrideFacts[]
}

/** Whether a cart may hold a variant, and how many of it. */
export type SaleJudgement = {
  variant_id: string
  /** What shoppers are told; null where they are not shown the variant at all. */
  status: AvailabilityStatus | null
  reason: AvailabilityReason | "unknown_variant" | "not_published" | "not_in_sales_channel"
  purchasable: boolean
  /** Whole units that one order can get, backorders included; null = no limit. */
  most_per_order: number | null
}

/** What is not there, or not shown to the channel's shoppers, is not sold to them either. */
function hidden(variant_id: string, reason: SaleJudgement["reason"]): SaleJudgement {
  return { variant_id, status: null, reason, purchasable: false, most_per_order: 0 }
}

/**
 * The judgement of one variant for a cart: what decide-variant.ts says of it in the cart's sales channel, which is what
 * the read model shows a moment later.
 *
 * A cart without a sales channel (null; none that came through the Store API) has no location to reserve at: only
 * what needs no reservation can be sold through it.
 */
export function judgeForSale(
  variantId: string,
  facts: SaleFacts | undefined,
  salesChannelId: string | null,
  now: Date,
  options: TruestockOptions
): SaleJudgement {
  if (!facts) return hidden(variantId, "unknown_variant")
  if (!facts.is_published) return hidden(variantId, "not_published")
  if (salesChannelId !== null && !facts.is_in_channel) return hidden(variantId, "not_in_sales_channel")

  const { variant, location_ids, policies, overrides } = facts
  const shared = { sales_channel_id: salesChannelId, location_ids, policies, overrides, now, options }
  const decision = decideVariant({ ...shared, variant })
  const here = new Set(location_ids)
  const fresh = withoutStaleLevels(variant, here, options, now).variant
  const backorderLimitAt = (id: string) => resolvePolicy(policies, options, variantId, id).backorder_limit
  return {
    variant_id: variantId,
    status: decision.status,
    reason: decision.reason,
    purchasable: decision.purchasable,
    most_per_order: larger(decision.quantity, unitsWithBackorder(fresh, here, backorderLimitAt)),
  }
}

/** null = no limit = the largest. */
function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b)
}
