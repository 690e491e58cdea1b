import type { LocationStock, StockRecord } from "../record"

/**
 * Copies there for new orders, over all places that carry the title. Null when nobody said so: an unsaid figure beside a
 * sum of zero is not zero.
 */
export function onHandOf(record: Pick<StockRecord, "locations">): number | null {
  return sumOf(record.locations, (location) => location.on_hand)
}

/** Copies on their way that are not yet promised to others; null when nobody said so. */
export function freeOnOrderOf(record: Pick<StockRecord, "locations">): number | null {
  return sumOf(record.locations, ({ on_order, committed }) =>
    on_order === null ? null : Math.max(0, on_order - (committed ?? 0))
  )
}

function sumOf(
  locations: LocationStock[],
  quantityOf: (location: LocationStock) => number | null
): number | null {
  if (locations.length === 0) return null
  const quantities = locations.filter((location) => location.stocked !== false).map(quantityOf)
  const sum = quantities.reduce<number>((total, quantity) => total + Math.max(0, quantity ?? 0), 0)
  return sum === 0 && quantities.includes(null) ? null : sum
}
