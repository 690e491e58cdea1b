import type { z } from "@medusajs/framework/zod"
import { quoted, TruestockError, type TruestockErrorCode } from "../../errors"

/** How an object that a caller hands in is refused. */
export type Refusing = {
  /** "A reservation": what has no field of an unknown name. */
  what: string
  /** What the object as a whole is called in a message. */
  whole: string
  /** The code, and those of fields with a code of their own. */
  code: TruestockErrorCode
  codes: Record<string, TruestockErrorCode>
  /** What would have been right, by field; anything else is an id or a text. */
  expected: Record<string, string>
  otherwise: string
}

/** The schema for whole units and the one for fractions. Both are made at once: making one takes longer than a reservation. */
export function byFractions<Schema>(make: (allowFractions: boolean) => Schema) {
  const [whole, fractions] = [make(false), make(true)]
  return (allowFractions: boolean): Schema => (allowFractions ? fractions : whole)
}

/** The object as the schema reads it. The first thing wrong is named, with its value and what would have been right. */
export function parseGiven<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { what, whole, code, codes, expected, otherwise }: Refusing,
  where = ""
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const name = issue.code === "unrecognized_keys" ? issue.keys[0]! : String(issue.path[0] ?? whole)
  const given = issue.path.length > 0 ? (value as Record<string, unknown>)[name] : value
  throw new TruestockError(
    codes[name] ?? code,
    issue.code === "unrecognized_keys"
      ? `${where}${what} has no ${quoted(name)}.`
      : `${where}${name} has the value ${quoted(given)}; use ${expected[name] ?? otherwise}.`
  )
}
