import type { TruestockOptions } from "../../../options"
import type { LevelFacts, SourceFacts, VariantFacts } from "../facts"

const HOUR_MS = 3_600_000

type FreshnessOptions = Pick<TruestockOptions, "source_limit_hours" | "source_grace_hours">

/** Nobody whose limits would be others than the plugin's. */
const UNNAMED: SourceFacts = { as_of: null, limit_seconds: null, grace_seconds: null }

/**
 * When a quantity stops being believed: limit and grace time of its source after that has last spoken, be it in the
 * level's metadata or by itself. Of several sources the one that is believed longest, so that a newer word never lets a
 * quantity go stale earlier (the feed's triggers count on it). null = never.
 */
function believedUntil({ as_of, sources }: LevelFacts, options: FreshnessOptions): Date | null {
  const ends = (sources?.length ? sources : [UNNAMED]).flatMap((source) => {
    const heard = [as_of, source.as_of].flatMap(momentMs)
    return heard.length > 0 ? [Math.max(...heard) + believedMs(source, options)] : []
  })
  return ends.length > 0 ? new Date(Math.max(...ends)) : null
}

/** `as_of` of a level is free metadata: what is no date says nothing. */
function momentMs(moment: string | null): number[] {
  const ms = moment === null ? NaN : Date.parse(moment)
  return Number.isNaN(ms) ? [] : [ms]
}

function believedMs({ limit_seconds, grace_seconds }: SourceFacts, options: FreshnessOptions): number {
  const limitMs = limit_seconds === null ? options.source_limit_hours * HOUR_MS : limit_seconds * 1000
  const graceMs = grace_seconds === null ? options.source_grace_hours * HOUR_MS : grace_seconds * 1000
  return limitMs + graceMs
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
      const until = believedUntil(level, options)
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
