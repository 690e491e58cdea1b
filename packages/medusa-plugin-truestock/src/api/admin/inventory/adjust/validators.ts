import { quoted, TruestockError } from "../../../../errors"
import type { AdjustInventoryInput } from "../../../../workflows/inventory/adjust-inventory"
import { bodyFields } from "../../../body-fields"

const SHARED = ["reason", "note", "reference", "allow_shortfall"] as const
const SINGLE = [
  "inventory_item_id",
  "location_id",
  "adjustment",
  "expected_quantity",
  ...SHARED,
  "adjustments",
] as const
const BULK = ["adjustments", "on_error", ...SHARED] as const

/** The fields of one change, or of many; what they hold is judged where they are made. @throws invalid_body */
export function parseAdjustBody(body: unknown): { isBulk: boolean; input: AdjustInventoryInput } {
  const isBulk = typeof body === "object" && body !== null && "adjustments" in body
  const fields = bodyFields(isBulk ? BULK : SINGLE, body)
  if (isBulk && !Array.isArray(fields.adjustments)) {
    throw new TruestockError(
      "invalid_body",
      `adjustments has the value ${quoted(fields.adjustments)}; use a list of { inventory_item_id, location_id, adjustment }.`
    )
  }
  return { isBulk, input: fields as AdjustInventoryInput }
}
