/** A moment as anybody may write it: a `Date`, ISO 8601, or milliseconds since 1970. */
export type Moment = Date | string | number

export const DAY_MS = 24 * 3_600_000

/** The moment, if it is one and still to come; what has passed, or cannot be read, is no promise. */
export function stillToCome(moment: string | null | undefined, now: Moment): Date | null {
  if (!moment) return null
  const at = new Date(moment)
  return at.getTime() > new Date(now).getTime() ? at : null
}
