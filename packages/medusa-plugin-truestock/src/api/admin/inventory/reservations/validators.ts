import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../../errors"
import type { ReservationInput } from "../../../../modules/inventory_management"
import { DEEPEST_HOLD, MOST_HOLDS } from "../../../../modules/inventory_management/hold-input"
import { HOLD_FILTERS, type HoldQuestion } from "../../../../modules/inventory_management/sql/list-holds"
import { bodyFields } from "../../../body-fields"
import { parseQuery, type Refusals, text, wholeNumber } from "../../../query-parameters"

const parameters = {
  state: z.enum(HOLD_FILTERS),
  inventory_item_id: text,
  location_id: text,
  cart_id: text,
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_HOLDS),
  offset: wholeNumber.refine((n) => n <= DEEPEST_HOLD),
}

const refusals: Refusals<typeof parameters> = {
  state: ["invalid_parameter", `one of ${HOLD_FILTERS.join(", ")}`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_HOLDS}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_HOLD}`],
}

/** Checks the query string of the list of holds. */
export function parseHoldsQuery(
  query: Record<string, unknown>
): Partial<HoldQuestion> & { limit: number; offset: number } {
  return { limit: 20, offset: 0, ...parseQuery(parameters, refusals, query) }
}

const LINE = [
  ...(["inventory_item_id", "location_id", "quantity", "line_item_id", "allow_backorder"] as const),
  ...(["expires_at", "ttl_seconds", "description", "external_id", "metadata"] as const),
] as const

/** The fields of one reservation, or of several as one decision; who asked is added to each. @throws invalid_body */
export function parseReservationsBody(
  body: unknown,
  created_by: string
): { isOne: boolean; reservations: ReservationInput[] } {
  const isOne = !(typeof body === "object" && body !== null && "reservations" in body)
  const lines = isOne ? [body] : bodyFields(["reservations"], body).reservations
  if (!Array.isArray(lines)) {
    throw new TruestockError(
      "invalid_body",
      `reservations has the value ${quoted(lines)}; use a list of { inventory_item_id, location_id, quantity }.`
    )
  }
  const reservations = lines.map(
    (line) => ({ ...bodyFields(LINE, line), created_by }) as unknown as ReservationInput
  )
  return { isOne, reservations }
}

type Confirmation = { quantity?: number | null; consume?: boolean; line_item_id?: string | null }

/** @throws invalid_body */
export function parseConfirmBody(body: unknown): Confirmation {
  return bodyFields(["quantity", "consume", "line_item_id"], body ?? {}) as Confirmation
}

/** @throws invalid_body */
export function parseExtendBody(body: unknown): { ttl_seconds?: number; expires_at?: string } {
  return bodyFields(["ttl_seconds", "expires_at"], body ?? {}) as { ttl_seconds?: number }
}
