import { quoted, TruestockError } from "../../errors"
import { isStorable } from "../../storable-text"
import { moment } from "./moment"
import type { Override, OverrideScope } from "./sql/override-scope"
import { type AvailabilityStatus, BEST_FIRST, isAvailabilityStatus } from "./status"

/** Longest note, in characters. */
export const LONGEST_NOTE = 2_000

const LONGEST_ID = 255

/** What setOverride takes. No `expires_at` = until cleared; one in the past is refused. */
export type OverrideInput = OverrideScope & {
  status: AvailabilityStatus
  notes?: string | null
  note_visible?: boolean | null
  set_by?: string | null
  expires_at?: Date | string | null
}

export function assertStatus(status: unknown): asserts status is AvailabilityStatus {
  if (!isAvailabilityStatus(status)) {
    throw new TruestockError(
      "invalid_status",
      `Unknown status ${quoted(status)}. Use one of: ${BEST_FIRST.join(", ")}.`
    )
  }
}

/** Checks an override and fills in what was left out. */
export function parseOverride(input: OverrideInput): Override {
  assertStatus(input.status)
  const notes = input.notes ?? null
  if (notes !== null && (typeof notes !== "string" || notes.length > LONGEST_NOTE || !isStorable(notes))) {
    throw new TruestockError(
      "invalid_notes",
      `Notes ${quoted(notes)} must be text of at most ${LONGEST_NOTE} characters.`
    )
  }
  for (const field of ["variant_id", "sales_channel_id", "set_by"] as const) {
    const value = input[field] ?? null
    if (value !== null && !isId(value)) {
      throw new TruestockError("invalid_override", `${field} ${quoted(value)} must be an id.`)
    }
  }
  const note_visible = input.note_visible ?? false
  if (typeof note_visible !== "boolean") {
    throw new TruestockError(
      "invalid_override",
      `note_visible ${quoted(note_visible)} must be true or false.`
    )
  }
  return {
    product_id: input.product_id,
    variant_id: input.variant_id ?? null,
    sales_channel_id: input.sales_channel_id ?? null,
    status: input.status,
    notes,
    note_visible,
    set_by: input.set_by ?? null,
    expires_at: parseExpiry(input.expires_at ?? null),
  }
}

const isId = (value: unknown) =>
  typeof value === "string" && value.length > 0 && value.length <= LONGEST_ID && isStorable(value)

function parseExpiry(value: Date | string | null): Date | null {
  if (value === null) {
    return null
  }
  const parsed = moment.safeParse(value)
  if (!parsed.success) {
    throw new TruestockError(
      "invalid_expiry",
      `expires_at ${quoted(value)} is not a date. Use an ISO 8601 time with its zone.`
    )
  }
  return parsed.data
}
