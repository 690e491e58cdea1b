import type { DeliveryFacts, PartFacts, VariantFacts } from "../facts"

/**
 * For how long after its moment a delivery is still told as coming. Who knows only the day gives its midnight, and it may
 * come all day, in whichever zone that midnight was meant; a day later nobody knows any more when it comes, and
 * what is not known is not told.
 */
const TOLD_FOR_MS = 24 * 3_600_000

/** When a variant can be sold from stock again, and until when time alone leaves that as it is. */
export type ExpectedArrival = { at: Date; told_until: Date }

/**
 * When the deliveries that are expected at the locations make one unit of the variant sellable, as count-units.ts counts:
 * what is owed and what is kept back is covered first. Of a kit that is the latest of its short parts, each by its first
 * sufficient date. null where nothing is short, or a short part's deliveries do not suffice; those without a date
 * never do, nor those whose date has passed (above).
 *
 * @param safetyStockAt units of the variant kept back at a location
 */
export function expectedArrival(
  variant: VariantFacts,
  locationIds: ReadonlySet<string>,
  safetyStockAt: (locationId: string) => number,
  now: Date
): ExpectedArrival | null {
  if (!variant.manage_inventory) return null
  let latest: ExpectedArrival | null = null
  for (const part of variant.parts) {
    const missing = unitsMissing(part, locationIds, safetyStockAt)
    if (missing <= 0) continue
    const arrival = arrivalOf(missing, deliveriesTo(part, locationIds), now)
    if (arrival === null) return null
    latest = latest === null ? arrival : together(latest, arrival)
  }
  return latest
}

function unitsMissing(
  part: PartFacts,
  locationIds: ReadonlySet<string>,
  safetyStockAt: (locationId: string) => number
): number {
  if (part.required <= 0) return 0
  return part.levels
    .filter((level) => locationIds.has(level.location_id))
    .reduce(
      (missing, level) => missing - level.available + safetyStockAt(level.location_id) * part.required,
      part.required
    )
}

const deliveriesTo = (part: PartFacts, locationIds: ReadonlySet<string>): DeliveryFacts[] =>
  part.levels.flatMap((level) => (locationIds.has(level.location_id) ? (level.deliveries ?? []) : []))

/** The first moment by which so many units have come. */
function arrivalOf(missing: number, deliveries: DeliveryFacts[], now: Date): ExpectedArrival | null {
  const coming = deliveries
    .map(({ units, expected_at }) => ({ units, at: new Date(expected_at) }))
    .filter(({ at }) => at.getTime() + TOLD_FOR_MS > now.getTime())
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  let units = 0
  for (const { at, units: more } of coming) {
    units += more
    if (units >= missing) return { at, told_until: new Date(coming[0]!.at.getTime() + TOLD_FOR_MS) }
  }
  return null
}

/** Both have come with the later; the first that passes changes what is told. */
function together(a: ExpectedArrival, b: ExpectedArrival): ExpectedArrival {
  return {
    at: a.at > b.at ? a.at : b.at,
    told_until: a.told_until < b.told_until ? a.told_until : b.told_until,
  }
}
