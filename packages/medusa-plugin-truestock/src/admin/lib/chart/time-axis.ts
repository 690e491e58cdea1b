const STEPS_DAYS = [1, 2, 5, 7, 14, 30, 60, 90, 180, 365]

/**
 * Midnights, in the operator's time zone, at equal steps of days back from the last one before `to`: at most `most`
 * of them. Steps in calendar days, since a day has 23 or 25 hours twice a year.
 */
export function timeTicks(from: Date, to: Date, most: number): Date[] {
  const midnights = midnightsBetween(from, to)
  const step = STEPS_DAYS.find((days) => Math.ceil(midnights.length / days) <= most) ?? midnights.length
  return midnights.filter((_, index) => (midnights.length - 1 - index) % step === 0)
}

function midnightsBetween(from: Date, to: Date): Date[] {
  const midnights: Date[] = []
  const day = new Date(from)
  day.setHours(0, 0, 0, 0)
  for (; day <= to; day.setDate(day.getDate() + 1)) {
    if (day >= from) midnights.push(new Date(day))
  }
  return midnights
}
