import type { TruestockOptions } from "../../../options"
import type { StockFacts, VariantFacts } from "../facts"
import { countUnits } from "../rules/count-units"
import { withoutStaleLevels } from "../rules/freshness"
import { hasNoLevelYet } from "../rules/promise-beyond-stock"
import { resolvePolicy } from "../rules/resolve-policy"
import type { AlertKind } from "./stock-alert"

/** How a variant stands; `unknown` = nobody has told for too long, so it stands as it stood. */
export type StockState = "enough" | "low" | "none" | "unknown"

export type JudgedStock = {
  product_id: string
  variant_id: string
  state: StockState
  quantity: number
  threshold: number
}

/**
 * How the variants of a product stand, for whoever orders stock anew.
 *
 * Judged is the **variant, over all locations that any of its channels sells from**, not each channel by itself: a fall
 * is one event in the stockroom, and channels that share a shelf would tell it once each. Units are those that the
 * statuses count (less reservations, holds, safety stock), the threshold is the variant's; overrides, release dates
 * and backorder change what shoppers are told, not how many there are. A kit counts the kits that its parts make; of
 * an item that several variants share each variant tells its own crossing.
 *
 * Left out is what nobody waits for: not managed, never stocked, in no channel, discontinued or not for sale. It
 * begins anew when it is counted again, without an alert.
 */
export function judgeStock(facts: StockFacts, now: Date, options: TruestockOptions): JudgedStock[] {
  if (facts.is_deleted || facts.channels.length === 0) return []
  const locations = new Set(facts.channels.flatMap(({ location_ids }) => location_ids))
  return facts.variants.flatMap((variant) => judgeVariant(facts, variant, locations, now, options) ?? [])
}

function judgeVariant(
  { product_id, policies }: StockFacts,
  variant: VariantFacts,
  locations: ReadonlySet<string>,
  now: Date,
  options: TruestockOptions
): JudgedStock | null {
  const policy = resolvePolicy(policies, options, variant.id)
  const isWatched = variant.manage_inventory && !policy.discontinued && policy.not_for_sale === null
  if (!isWatched || hasNoLevelYet(variant)) return null
  const fresh = withoutStaleLevels(variant, locations, options, now)
  const safetyStockAt = (id: string) => resolvePolicy(policies, options, variant.id, id).safety_stock
  const { sellable } = countUnits(fresh.variant, locations, safetyStockAt)
  if (!Number.isFinite(sellable)) return null
  const { low_stock_threshold: threshold } = policy
  const state = fresh.isStale ? "unknown" : stateOf(sellable, threshold)
  return {
    product_id,
    variant_id: variant.id,
    state,
    quantity: Math.min(MOST_TOLD, Math.max(0, sellable)),
    threshold,
  }
}

/** As much as its column holds. */
const MOST_TOLD = 2_147_483_647

function stateOf(units: number, threshold: number): StockState {
  if (units <= 0) return "none"
  return units > threshold ? "enough" : "low"
}

/** What there is to say when a variant's state changes; null = nothing. Rising from low to enough is no news. */
export function crossingOf(before: StockState | null, now: StockState | null): AlertKind | null {
  if (before === null || now === null || before === now || now === "unknown") return null
  if (now === "none") return "out_of_stock"
  if (before === "none") return "back_in_stock"
  return now === "low" ? "low_stock" : null
}
