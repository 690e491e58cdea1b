import type { FlagReason } from "../titles/title"

/**
 * Why a change of stock is worth acting on downstream: to or from none, across the low-stock threshold, or by many.
 * What is not known is no figure: from or to it nothing is flagged.
 */
export function flagChange(
  before: number | null,
  after: number | null,
  { threshold, units }: { threshold: number; units: number }
): FlagReason[] {
  if (before === null || after === null || before === after) return []
  const reasons: FlagReason[] = []
  if (before > 0 && after <= 0) reasons.push("to_zero")
  if (before <= 0 && after > 0) reasons.push("from_zero")
  if (threshold > 0 && before > threshold !== after > threshold) reasons.push("across_threshold")
  if (Math.abs(after - before) >= units) reasons.push("large")
  return reasons
}
