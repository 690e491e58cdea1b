import { toLocalInput } from "./local-moment"

const DAY = "YYYY-MM-DD".length

/** The day of a moment as an input of type date holds it, in the time zone of whoever looks at it. */
export function dayOf(moment: Date | null): string {
  return toLocalInput(moment).slice(0, DAY)
}

/** Noon of such a day, so that it is the same day for colleagues some hours east or west; null for none. */
export function noonOf(day: string): Date | null {
  const noon = new Date(`${day}T12:00`)
  return Number.isNaN(noon.getTime()) ? null : noon
}

/** Whether its day has passed. */
export function isPastDay(moment: string, now: Date): boolean {
  return dayOf(new Date(moment)) < dayOf(now)
}
