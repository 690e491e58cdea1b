import type { Hold } from "../answers"

const SECOND_MS = 1000
const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S
const EXTENSION_MS = 15 * 60 * SECOND_MS

/** How far the server's clock is ahead of this one; `told` is what the former said when the latter said `now`. */
export function aheadMs(told: string, now: number): number {
  return Date.parse(told) - now
}

/** Whole seconds until a moment of the server's; 0 from then on. */
export function remainingSeconds(expiresAt: string, ahead: number, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(expiresAt) - ahead - now) / SECOND_MS))
}

/** "4:05", "1:04:05", and from two days on "2 days". */
export function formatRemaining(seconds: number, language: string): string {
  if (seconds >= 2 * DAY_S) {
    const days = Math.floor(seconds / DAY_S)
    return new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" }).format(days)
  }
  const [hours, minutes] = [Math.floor(seconds / HOUR_S), Math.floor((seconds % HOUR_S) / MINUTE_S)]
  const parts = hours > 0 ? [hours, pad(minutes)] : [minutes]
  return [...parts, pad(seconds % MINUTE_S)].join(":")
}

const pad = (part: number) => String(part).padStart(2, "0")

/** 15 minutes more than it has: sent twice, it is extended once. The server cuts it at the latest time. */
export function extendedUntil({ expires_at }: Pick<Hold, "expires_at">): string {
  return new Date(Date.parse(expires_at) + EXTENSION_MS).toISOString()
}

export function canExtend({ expires_at, latest_expires_at }: Hold): boolean {
  return latest_expires_at === null || Date.parse(latest_expires_at) > Date.parse(expires_at)
}
