import { z } from "@medusajs/framework/zod"

const HALF_CHARACTER = /\p{Surrogate}/u

/** Whether the database can hold it: Postgres knows no zero byte. */
export function isStorable(text: string): boolean {
  return !text.includes("\0")
}

/** The same as a part of JSON, which knows no half of a surrogate pair there. (As text it becomes a replacement character.) */
function isStorableInJson(text: string): boolean {
  return isStorable(text) && !HALF_CHARACTER.test(text)
}

const DEEPEST_JSON = 100

/** The same of everything in a JSON value, which must not be nested beyond what can be written again. */
export function isStorableJson(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return isStorableInJson(value)
  if (typeof value !== "object" || value === null) return true
  if (depth === DEEPEST_JSON) return false
  return Object.entries(value).every(
    ([name, part]) => isStorableInJson(name) && isStorableJson(part, depth + 1)
  )
}

export const storableText = z.string().refine(isStorable, "must not contain a zero byte")

/** Text that is handed to the database within JSON. */
export const jsonText = z
  .string()
  .refine(isStorableInJson, "must not contain a zero byte or half a character")
