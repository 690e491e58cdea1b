import { randomUUID } from "node:crypto"

/**
 * An id that sorts by time, as Medusa's do. Medusa's own generator asks the operating system for every single
 * character: 25 microseconds an id, and a third of the time of a bulk refresh.
 */
export function newId(prefix: string): string {
  const time = Date.now().toString(16).padStart(12, "0")
  return `${prefix}_${time}${randomUUID().replaceAll("-", "").slice(12)}`
}
