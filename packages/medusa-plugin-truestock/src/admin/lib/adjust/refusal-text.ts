import { isUnanswered, Refusal } from "../refusal"

/** A text under `truestock.adjust.refused`, and the numbers and words that fill it in. */
export type RefusalText = { key: string; units: Record<string, number>; message: string }

/** Those that say something of their own; any other is told in the server's words. */
const KNOWN = [
  "stale_quantity",
  "insufficient_inventory",
  "negative_stock",
  "unknown_level",
  "invalid_quantity",
]

/**
 * How to tell an operator that an adjustment was not made.
 *
 * @param seen the stock that was shown when it was sent, and what it is now
 */
export function refusalText(error: Error, seen: { expected: number; stocked: number }): RefusalText {
  const text = { units: {}, message: error.message }
  if (isUnanswered(error)) return { ...text, key: "unanswered" }
  const { code, about } = error as Refusal
  if (!code || !KNOWN.includes(code)) return { ...text, key: "other" }
  if (code === "insufficient_inventory") {
    const { requested, available } = about
    return { ...text, key: code, units: { requested: Number(requested), available: Number(available) } }
  }
  return { ...text, key: code, units: seen }
}
