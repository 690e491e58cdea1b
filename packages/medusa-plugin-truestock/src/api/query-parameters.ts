import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError, type TruestockErrorCode } from "../errors"
import { storableText } from "../storable-text"

const LONGEST_TEXT = 255
const MOST_VALUES = 100

/** One id, or another short text. */
export const text = storableText.min(1).max(LONGEST_TEXT)

/** One value, several, or several in one separated by commas. */
export const list = z
  .union([storableText, z.array(storableText)])
  .transform((value) => (Array.isArray(value) ? value : [value]).flatMap((v) => v.split(",")))

export const ids = list.refine(
  (values) => values.length <= MOST_VALUES && values.every((v) => v.length > 0 && v.length <= LONGEST_TEXT)
)

/** One or several of a closed list. */
export const someOf = <T extends string>(known: readonly T[]) =>
  list.refine((values) => values.every((v) => known.includes(v as T))).transform((values) => values as T[])

export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** A day (its midnight, UTC), or a moment with its time zone. */
export const isoTime = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((time) => new Date(time))
  .refine((time) => !Number.isNaN(time.getTime()))

export const ISO_TIME = "an ISO 8601 date (2026-11-21), or a time with its zone (2026-11-21T09:30:00Z)"

export type Parameters = Record<string, z.ZodType>

/** Per parameter the code of its refusal and what would have been right; none = a non-empty text. */
export type Refusals<P extends Parameters> = {
  [Name in keyof P]?: [code: TruestockErrorCode, expected: string]
}

export type Values<P extends Parameters> = { [Name in keyof P]?: z.output<P[Name]> }

/**
 * Reads a query string. Strict: a parameter that is not known is refused rather than ignored, since a filter that
 * silently does nothing answers another question than was asked.
 */
export function parseQuery<P extends Parameters>(
  parameters: P,
  refusals: Refusals<P>,
  query: Record<string, unknown>
): Values<P> {
  const values: Values<P> = {}
  for (const [name, value] of Object.entries(query)) {
    if (!Object.hasOwn(parameters, name)) {
      throw new TruestockError(
        "unknown_parameter",
        `Unknown parameter ${quoted(name)} with value ${quoted(value)}. ${known(parameters)}`
      )
    }
    const parsed = parameters[name]!.safeParse(value)
    if (!parsed.success) {
      const [code, expected] = refusals[name] ?? ["invalid_parameter", "a non-empty text"]
      throw new TruestockError(
        code,
        `Parameter ${name} has the value ${quoted(value)}; it must be ${expected}.`
      )
    }
    Object.assign(values, { [name]: parsed.data })
  }
  return values
}

const known = (parameters: Parameters) =>
  Object.keys(parameters).length > 0 ? `Use ${Object.keys(parameters).join(", ")}.` : "There are none here."
