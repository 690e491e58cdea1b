import type { Source } from "./answers"

export const FRESHNESSES = ["fresh", "old", "silent", "unknown"] as const
export type Freshness = (typeof FRESHNESSES)[number]

const SECOND_MS = 1000

/**
 * How far figures may be believed: up to the source's limit they are current; then for its grace time they are old, but
 * still count; then the source has been silent for too long. unknown = nobody has said of when they are.
 */
export function freshnessOf(
  as_of: string | null,
  { limit_seconds, grace_seconds }: Pick<Source, "limit_seconds" | "grace_seconds">,
  now: number
): Freshness {
  if (as_of === null) return "unknown"
  const seconds = (now - Date.parse(as_of)) / SECOND_MS
  if (seconds <= limit_seconds) return "fresh"
  return seconds <= limit_seconds + grace_seconds ? "old" : "silent"
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const

/** "6 hours", "45 minutes": a span in its largest unit that divides it, or that it has two of. */
export function formatSpan(seconds: number, language: string): string {
  const [unit, size] = UNITS.find(([, of]) => seconds >= 2 * of || (seconds >= of && seconds % of === 0)) ?? [
    "second" as const,
    1,
  ]
  const format = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(language, format).format(Math.floor(seconds / size))
}
