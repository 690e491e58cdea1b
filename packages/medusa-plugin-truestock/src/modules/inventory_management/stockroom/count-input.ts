import { z } from "@medusajs/framework/zod"
import { A_NOTE, id, note, unitsOrNone } from "../input-fields"
import { byFractions, parseGiven, type Refusing } from "../parse-given"
import type { CountEntry, CountInput } from "./count"
import { parseLines } from "./parse-lines"

/** Entries of one request; a count may have any number of lines. */
export const MOST_ENTRIES = 10_000

const countSchema = z.strictObject({ location_id: id, note, created_by: id.nullish() })

const entrySchema = byFractions((allowFractions) =>
  z.strictObject({ inventory_item_id: id, counted_quantity: unitsOrNone(allowFractions).nullable() })
)
const entriesSchema = z.strictObject({
  id,
  lines: z.array(z.unknown()).min(1).max(MOST_ENTRIES),
  counted_by: id.nullish(),
})

/** @throws invalid_count */
export function parseCount(count: CountInput) {
  return parseGiven(countSchema, count, COUNT)
}

/** @throws invalid_count, invalid_quantity, duplicate_row */
export function parseEntries(
  entries: { id: string; lines: CountEntry[]; counted_by?: string | null },
  allowFractions: boolean
) {
  const parsed = parseGiven(entriesSchema, entries, COUNT)
  return { ...parsed, lines: parseLines(entrySchema(allowFractions), parsed.lines, COUNT) }
}

const COUNT: Refusing = {
  what: "A stock count",
  whole: "count",
  code: "invalid_count",
  codes: { counted_quantity: "invalid_quantity" },
  expected: {
    count: "an object { location_id }",
    lines: `a list of 1 to ${MOST_ENTRIES} { inventory_item_id, counted_quantity }`,
    counted_quantity:
      "units that are not negative, whole unless the option allow_fractions is set, or null to take the line away",
    note: A_NOTE,
  },
  otherwise: "an id that is not empty",
}
