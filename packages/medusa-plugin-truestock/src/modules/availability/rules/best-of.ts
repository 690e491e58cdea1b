import { type AvailabilityStatus, rankOf } from "../status"

/** What the roll-up compares: of variants for a product, of channels for a key. */
export type Rankable = {
  status: AvailabilityStatus
  purchasable: boolean
  quantity: number | null
}

/**
 * The best of several decisions: best status first, then what can be bought, then the larger quantity
 * (null = no limit = the largest). null for an empty list.
 */
export function bestOf<D extends Rankable>(decisions: readonly D[]): D | null {
  return decisions.reduce<D | null>((best, d) => (best === null || compare(d, best) < 0 ? d : best), null)
}

/** The best stands for all; it can be bought as soon as one of them can. null for an empty list. */
export function rollUp<D extends Rankable>(decisions: readonly D[]): D | null {
  const best = bestOf(decisions)
  return best && { ...best, purchasable: decisions.some((d) => d.purchasable) }
}

function compare(a: Rankable, b: Rankable): number {
  return (
    rankOf(a.status) - rankOf(b.status) ||
    Number(b.purchasable) - Number(a.purchasable) ||
    compareQuantity(b.quantity, a.quantity)
  )
}

function compareQuantity(a: number | null, b: number | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a - b
}
