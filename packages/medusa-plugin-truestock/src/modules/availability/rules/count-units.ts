import type { PartFacts, VariantFacts } from "../facts"

/** Units of a variant, as the rules need them. All are whole; Infinity = the variant needs nothing of any part. */
export type UnitCounts = {
  /** Core's own inventory_quantity: sum over the locations, floor by the required quantity, least part. */
  available: number
  /** The same, less safety stock: what may be sold. */
  sellable: number
  /** What one order line can get: core reserves each part of a line at one location. */
  max_single_location: number
}

/**
 * Counts what the given locations hold for one variant. Identical to core's getVariantAvailability where no
 * safety stock is set: a negative level lowers the sum, the floor is taken of the sum and not per location.
 *
 * @param safetyStockAt units of the variant kept back at a location
 */
export function countUnits(
  variant: VariantFacts,
  locationIds: ReadonlySet<string>,
  safetyStockAt: (locationId: string) => number
): UnitCounts {
  const counts: UnitCounts = { available: Infinity, sellable: Infinity, max_single_location: Infinity }
  if (variant.parts.length === 0) {
    return { available: 0, sellable: 0, max_single_location: 0 }
  }
  for (const part of variant.parts) {
    const units = countPart(part, locationIds, safetyStockAt)
    counts.available = Math.min(counts.available, units.available)
    counts.sellable = Math.min(counts.sellable, units.sellable)
    counts.max_single_location = Math.min(counts.max_single_location, units.max_single_location)
  }
  return counts
}

function countPart(
  part: PartFacts,
  locationIds: ReadonlySet<string>,
  safetyStockAt: (locationId: string) => number
): UnitCounts {
  if (part.required <= 0) {
    return { available: Infinity, sellable: Infinity, max_single_location: Infinity }
  }
  let available = 0
  let keptBack = 0
  let most = 0
  for (const level of part.levels) {
    if (!locationIds.has(level.location_id)) {
      continue
    }
    const kept = safetyStockAt(level.location_id) * part.required
    available += level.available
    keptBack += kept
    most = Math.max(most, level.available - kept)
  }
  return {
    available: Math.floor(available / part.required),
    sellable: Math.floor((available - keptBack) / part.required),
    max_single_location: Math.floor(most / part.required),
  }
}
