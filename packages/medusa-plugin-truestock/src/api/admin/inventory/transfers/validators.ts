import type { TransferChange, TransferInput, TransferReceipt } from "../../../../modules/inventory_management"
import { TRANSFER_STATUSES } from "../../../../modules/inventory_management/stockroom/transfer"
import { bodyFields } from "../../../body-fields"
import { papersQuery } from "../papers"

/** Checks the query string of the transfers. */
export const parseTransfersQuery = papersQuery(TRANSFER_STATUSES, [
  "from_location_id",
  "to_location_id",
  "inventory_item_id",
])

/** A new draft; who asked is noted. @throws invalid_body */
export function parseTransferBody(body: unknown, created_by: string): TransferInput {
  const fields = bodyFields(["from_location_id", "to_location_id", "lines", "note"], body)
  return { ...fields, created_by } as TransferInput
}

/** @throws invalid_body */
export function parseTransferChangeBody(body: unknown): TransferChange {
  return bodyFields(["lines", "note"], body) as TransferChange
}

/** @throws invalid_body */
export function parseTransferReceiptBody(body: unknown): TransferReceipt {
  return bodyFields(["lines", "is_final"], body ?? {}) as TransferReceipt
}
