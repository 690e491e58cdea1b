import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../errors"
import { A_NOTE, id, note, UNITS, units } from "../input-fields"
import { byFractions, parseGiven, type Refusing } from "../parse-given"
import { parseLines } from "./parse-lines"
import type { TransferChange, TransferInput, TransferReceipt } from "./transfer"

export const MOST_TRANSFER_LINES = 1_000

const lines = z.array(z.unknown()).min(1).max(MOST_TRANSFER_LINES)

const lineSchema = byFractions((allowFractions) =>
  z.strictObject({ inventory_item_id: id, quantity: units(allowFractions) })
)
const transferSchema = z.strictObject({
  from_location_id: id,
  to_location_id: id,
  lines,
  note,
  created_by: id.nullish(),
})
const changeSchema = z.strictObject({ id, lines: lines.optional(), note })
const receiptSchema = z.strictObject({
  id,
  lines: z.array(z.unknown()).max(MOST_TRANSFER_LINES).optional(),
  is_final: z.boolean().optional(),
})

/** @throws invalid_transfer, invalid_quantity, duplicate_row */
export function parseTransfer(transfer: TransferInput, allowFractions: boolean) {
  const parsed = parseGiven(transferSchema, transfer, TRANSFER)
  if (parsed.from_location_id === parsed.to_location_id) {
    throw new TruestockError(
      "invalid_transfer",
      `Location ${parsed.from_location_id} cannot transfer to itself. Name another to_location_id.`
    )
  }
  return { ...parsed, lines: parseLines(lineSchema(allowFractions), parsed.lines, TRANSFER) }
}

/** @throws invalid_transfer, invalid_quantity, duplicate_row */
export function parseTransferChange(change: TransferChange & { id: string }, allowFractions: boolean) {
  return { ...withLines(parseGiven(changeSchema, change, TRANSFER), allowFractions), is_change: true }
}

/** @throws invalid_transfer, invalid_quantity, duplicate_row */
export function parseTransferReceipt(receipt: TransferReceipt & { id: string }, allowFractions: boolean) {
  const parsed = parseGiven(receiptSchema, receipt, TRANSFER)
  // That nothing came says something only where nothing more will.
  if (parsed.lines?.length === 0 && !parsed.is_final) {
    throw new TruestockError(
      "invalid_transfer",
      "No lines were received. Name some, or set is_final: all is lost."
    )
  }
  return withLines(parsed, allowFractions)
}

const withLines = <Parsed extends { lines?: unknown[] }>(parsed: Parsed, allowFractions: boolean) =>
  parsed.lines === undefined
    ? parsed
    : { ...parsed, lines: parseLines(lineSchema(allowFractions), parsed.lines, TRANSFER) }

const TRANSFER: Refusing = {
  what: "A transfer",
  whole: "transfer",
  code: "invalid_transfer",
  codes: { quantity: "invalid_quantity" },
  expected: {
    transfer: "an object { from_location_id, to_location_id, lines }",
    lines: `a list of 1 to ${MOST_TRANSFER_LINES} { inventory_item_id, quantity }`,
    quantity: UNITS,
    is_final: "true or false",
    note: A_NOTE,
  },
  otherwise: "an id that is not empty",
}
