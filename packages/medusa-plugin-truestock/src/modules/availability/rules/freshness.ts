import type { TruestockOptions } from "../../../options"
import type { VariantFacts } from "../facts"

const HOUR_MS = 3_600_000

type FreshnessOptions = Pick<TruestockOptions, "source_limit_hours" | "source_grace_hours">

/** When a quantity stops being believed: its source's limit and the grace time after it. null = never. */
function believedUntil(asOf: string | null, options: FreshnessOptions): Date | null {
  // `as_of` is free metadata: what is no date says nothing.
  if (asOf === null || Number.isNaN(Date.parse(asOf))) {
    return null
  }
  const hours = options.source_limit_hours + options.source_grace_hours
  return new Date(new Date(asOf).getTime() + hours * HOUR_MS)
}

/**
 * Removes the levels whose source has been silent for too long. Unknown is never zero: within the limit and the
 * grace time the last quantity stands; afterwards the level counts as absent, and where no other level of the
 * locations is left the variant is stale.
 */
export function withoutStaleLevels(
  variant: VariantFacts,
  locationIds: ReadonlySet<string>,
  options: FreshnessOptions,
  now: Date
): { variant: VariantFacts; isStale: boolean; nextStaleAt: Date | null } {
  let nextStaleAt: Date | null = null
  let isStale = false
  const parts = variant.parts.map((part) => {
    const levels = part.levels.filter((level) => {
      const until = believedUntil(level.as_of, options)
      if (until !== null && until > now && (nextStaleAt === null || until < nextStaleAt)) {
        nextStaleAt = until
      }
      return until === null || until > now
    })
    const here = (list: typeof levels) => list.some((level) => locationIds.has(level.location_id))
    isStale ||= here(part.levels) && !here(levels)
    return { ...part, levels }
  })
  return { variant: isStale ? variant : { ...variant, parts }, isStale, nextStaleAt }
}
