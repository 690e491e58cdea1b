import { z } from "@medusajs/framework/zod"

const HALF_CHARACTER = /\p{Surrogate}/u

/** Whether the database can hold it: Postgres knows no zero byte, and JSON there no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !HALF_CHARACTER.test(text)
}

/** The same of everything in a JSON value. */
export function isStorableJson(value: unknown): boolean {
  if (typeof value === "string") return isStorable(value)
  if (typeof value !== "object" || value === null) return true
  return Object.entries(value).every((entry) => entry.every(isStorableJson))
}

export const storableText = z.string().refine(isStorable, "must not contain a zero byte or half a character")
