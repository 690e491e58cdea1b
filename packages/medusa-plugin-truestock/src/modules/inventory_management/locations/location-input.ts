import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../errors"
import { jsonText } from "../../../storable-text"
import { assertStorable, assertWhole } from "../movement-input"
import { parseGiven, type Refusing } from "../parse-given"
import { LOCATION_KINDS, type LocationFilters, type LocationPage, type LocationProfile } from "./location"

export const MOST_LOCATIONS = 100
export const DEEPEST_LOCATION = 1_000_000
export const LONGEST_CODE = 100
const LARGEST_PRIORITY = 1_000_000

const code = jsonText
  .min(1)
  .max(LONGEST_CODE)
  .refine((text) => text === text.trim())
const id = jsonText.min(1).max(255)

const changeSchema = z.strictObject({
  code: code.nullable().optional(),
  kind: z.enum(LOCATION_KINDS).optional(),
  is_active: z.boolean().optional(),
  priority: z.number().int().min(-LARGEST_PRIORITY).max(LARGEST_PRIORITY).optional(),
  backup_for: id.nullable().optional(),
})

const CHANGE: Refusing = {
  what: "A location's profile",
  whole: "it",
  code: "invalid_location",
  codes: { backup_for: "invalid_backup" },
  expected: {
    it: "an object { code?, kind?, is_active?, priority?, backup_for? }",
    code: `a text of 1 to ${LONGEST_CODE} characters without blanks around it, or null for none`,
    kind: `one of ${LOCATION_KINDS.join(", ")}`,
    is_active: "true or false",
    priority: `a whole number from -${LARGEST_PRIORITY} to ${LARGEST_PRIORITY}`,
    backup_for: "the id of another location, or null for none",
  },
  otherwise: "another value",
}

/** The named fields of a profile; what is left out stays. @throws invalid_location, invalid_backup */
export function parseLocationChange(change: Partial<LocationProfile>): Partial<LocationProfile> {
  const parsed = parseGiven(changeSchema, change, CHANGE)
  const given = Object.entries(parsed).filter(([, value]) => value !== undefined)
  if (given.length === 0) {
    throw new TruestockError(
      "invalid_location",
      `${quoted(change)} changes nothing. Say which of code, kind, is_active, priority, backup_for is to be what.`
    )
  }
  return Object.fromEntries(given)
}

/** @throws invalid_limit, invalid_offset, invalid_parameter */
export function parseLocationQuestion(
  filters: LocationFilters,
  { limit = MOST_LOCATIONS, offset = 0 }: LocationPage
): LocationFilters & Required<LocationPage> {
  assertWhole("invalid_limit", "Limit", limit, 1, MOST_LOCATIONS)
  assertWhole("invalid_offset", "Offset", offset, 0, DEEPEST_LOCATION)
  assertStorable(filters)
  if (filters.kind !== undefined && !LOCATION_KINDS.includes(filters.kind)) {
    throw new TruestockError(
      "invalid_parameter",
      `Kind ${quoted(filters.kind)} is none of ${LOCATION_KINDS.join(", ")}.`
    )
  }
  return { ...filters, limit, offset }
}
