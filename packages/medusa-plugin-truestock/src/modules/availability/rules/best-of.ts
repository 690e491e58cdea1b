import { type AvailabilityStatus, rankOf } from "../status"

/** What the roll-up compares: of variants for a product, of channels for a key. */
export type Rankable = {
  status: AvailabilityStatus
  purchasable: boolean
  quantity: number | null
  /** When it is expected to be here; null or none = not known. */
  eta?: Date | string | null
}

/**
 * The best of several decisions: best status first, then what can be bought, then the larger quantity
 * (null = no limit = the largest), then what is expected first. null for an empty list.
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
    compareQuantity(b.quantity, a.quantity) ||
    compareExpected(a.eta ?? null, b.eta ?? null)
  )
}

function compareQuantity(a: number | null, b: number | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a - b
}

function compareExpected(a: Date | string | null, b: Date | string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return new Date(a).getTime() - new Date(b).getTime()
}
