import type { VariantFacts } from "../facts"

/**
 * Whether one more unit may be promised below zero: the variant allows backorder, and for each part some
 * location of the channel has a level (core reserves nowhere else) that is still above its limit.
 *
 * @param limitAt units of the variant that may be owed at a location; null = no limit
 */
export function mayBackorder(
  variant: VariantFacts,
  locationIds: ReadonlySet<string>,
  limitAt: (locationId: string) => number | null
): boolean {
  if (!variant.allow_backorder || variant.parts.length === 0) {
    return false
  }
  return variant.parts.every((part) =>
    part.levels.some((level) => {
      if (!locationIds.has(level.location_id)) {
        return false
      }
      const limit = limitAt(level.location_id)
      return limit === null || level.available + limit * part.required >= part.required
    })
  )
}

/**
 * Units that one order may get of a variant that may be backordered, what is in stock included: core reserves each part
 * at one location. 0 where it may not be backordered, null = no limit.
 *
 * @param limitAt units of the variant that may be owed at a location; null = no limit
 */
export function unitsWithBackorder(
  variant: VariantFacts,
  locationIds: ReadonlySet<string>,
  limitAt: (locationId: string) => number | null
): number | null {
  if (!mayBackorder(variant, locationIds, limitAt)) {
    return 0
  }
  const most = variant.parts.map((part) => {
    const here = part.levels.filter((level) => locationIds.has(level.location_id))
    const units = here.map(({ location_id, available }) => {
      const owed = (limitAt(location_id) ?? Infinity) * part.required
      return part.required > 0 ? Math.floor((available + owed) / part.required) : Infinity
    })
    return Math.max(...units)
  })
  const least = Math.min(...most)
  return Number.isFinite(least) ? least : null
}

/**
 * Whether units are on their way to one of the locations, for every part that is short of one unit of the variant.
 *
 * @param safetyStockAt units of the variant kept back at a location
 */
export function isIncoming(
  variant: VariantFacts,
  locationIds: ReadonlySet<string>,
  safetyStockAt: (locationId: string) => number
): boolean {
  return (
    variant.parts.length > 0 &&
    variant.parts.every((part) => {
      const levels = part.levels.filter((level) => locationIds.has(level.location_id))
      const sellable = levels.reduce(
        (sum, level) => sum + level.available - safetyStockAt(level.location_id) * part.required,
        0
      )
      return sellable >= part.required || levels.some((level) => level.incoming > 0)
    })
  )
}

/** Whether the variant has never been stocked anywhere: no inventory item, or a part without any level. */
export function hasNoLevelYet(variant: VariantFacts): boolean {
  return variant.parts.length === 0 || variant.parts.some((part) => part.levels.length === 0)
}
