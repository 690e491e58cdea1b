import type { FeedStatistics } from "./feed"

export function newStatistics(): FeedStatistics {
  return { rows: 0, matched: 0, rejected: 0, bytes: 0, unknown: {}, notes: {} }
}

/** A copy that stays as it is while reading goes on. */
export function snapshotOf(statistics: FeedStatistics): FeedStatistics {
  const unknown = Object.fromEntries(
    Object.entries(statistics.unknown).map(([name, all]) => [name, [...all]])
  )
  return { ...statistics, unknown, notes: { ...statistics.notes } }
}

export function note(statistics: FeedStatistics, what: string): void {
  statistics.notes[what] = (statistics.notes[what] ?? 0) + 1
}

/** Keeps the first `limit` distinct values that were seen under a name. */
export function sampleUnknown(statistics: FeedStatistics, name: string, value: string, limit: number): void {
  const seen = (statistics.unknown[name] ??= [])
  if (seen.length < limit && !seen.includes(value)) seen.push(value)
}
