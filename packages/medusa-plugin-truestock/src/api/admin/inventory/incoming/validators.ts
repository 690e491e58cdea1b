import type { IncomingChange, IncomingInput } from "../../../../modules/inventory_management"
import { INCOMING_STATUSES } from "../../../../modules/inventory_management/stockroom/incoming"
import { bodyFields } from "../../../body-fields"
import { papersQuery } from "../papers"
import { rowsOf } from "../rows-of"

/** Checks the query string of the deliveries. */
export const parseIncomingQuery = papersQuery(INCOMING_STATUSES, [
  "inventory_item_id",
  "location_id",
  "supplier",
  "q",
])

const CHANGEABLE = ["quantity", "expected_at", "supplier", "note"] as const
const DELIVERY = ["inventory_item_id", "location_id", "unit_cost", "currency_code", ...CHANGEABLE] as const

/** One delivery, or several; who asked is noted. @throws invalid_body */
export function parseExpectBody(body: unknown, created_by: string): IncomingInput[] {
  const isOne = !(typeof body === "object" && body !== null && "incoming" in body)
  const rows = isOne
    ? [bodyFields(DELIVERY, body)]
    : rowsOf("incoming", DELIVERY, bodyFields(["incoming"], body).incoming)
  return rows.map((row) => ({ ...row, created_by }) as IncomingInput)
}

/** @throws invalid_body */
export function parseChangeBody(body: unknown): IncomingChange {
  return bodyFields(CHANGEABLE, body) as IncomingChange
}
