import type { TruestockOptions } from "../../../options"
import { countUnits } from "./count-units"
import { withoutStaleLevels } from "./freshness"
import type { SaleFacts } from "./judge-for-sale"
import { resolvePolicy } from "./resolve-policy"

/**
 * Units of a variant that a sales channel can sell from stock now: core's `inventory_quantity` (the sum over the channel's
 * locations), less what no shopper can get there: held by others, kept back as safety stock, at an inactive location,
 * or no longer believed. Never below zero; null = no limit.
 */
export function countSellable(
  { variant, location_ids, policies }: Pick<SaleFacts, "variant" | "location_ids" | "policies">,
  now: Date,
  options: TruestockOptions
): number | null {
  if (!variant.manage_inventory) return null
  const here = new Set(location_ids)
  const fresh = withoutStaleLevels(variant, here, options, now).variant
  const safetyStockAt = (id: string) => resolvePolicy(policies, options, variant.id, id).safety_stock
  const { sellable } = countUnits(fresh, here, safetyStockAt)
  return Number.isFinite(sellable) ? Math.max(0, sellable) : null
}
