import type { Availability } from "./availability.js"

/** Whole days, the shorter first, widened rather than narrowed; null where nothing sensible is said. */
export function leadTime({ lead_time_days }: Availability): { min: number; max: number } | null {
  if (!lead_time_days) return null
  const [min, max] = [lead_time_days.min, lead_time_days.max].sort((a, b) => a - b) as [number, number]
  if (!Number.isFinite(min) || !Number.isFinite(max) || min < 0) return null
  return { min: Math.floor(min), max: Math.ceil(max) }
}
