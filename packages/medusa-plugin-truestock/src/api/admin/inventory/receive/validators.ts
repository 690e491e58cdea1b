import type { ReceiptInput, ReceiptOptions } from "../../../../modules/inventory_management"
import { bodyFields } from "../../../body-fields"
import { rowsOf } from "../rows-of"

const ROW = [
  ...(["inventory_item_id", "location_id", "quantity", "incoming_id", "unit_cost", "currency_code"] as const),
  ...(["note", "reference"] as const),
] as const

/** One row, or several with what they have in common. @throws invalid_body */
export function parseReceiveBody(body: unknown): ReceiptOptions & { rows: ReceiptInput[] } {
  if (typeof body === "object" && body !== null && "rows" in body) {
    const { rows, ...shared } = bodyFields(["rows", "reason", "note", "reference"], body)
    return { ...(shared as ReceiptOptions), rows: rowsOf("rows", ROW, rows) as ReceiptInput[] }
  }
  const { reason, ...row } = bodyFields([...ROW, "reason"], body)
  return { ...(reason === undefined ? {} : { reason: reason as string }), rows: [row as ReceiptInput] }
}
