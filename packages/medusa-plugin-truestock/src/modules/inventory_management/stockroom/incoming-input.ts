import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../errors"
import { type Because, becauseOf, reference } from "../adjustments/adjustment-input"
import { A_COST, A_CURRENCY, A_NOTE, cost, id, moment, note, UNITS, units } from "../input-fields"
import { REFERENCE_TYPES } from "../movement"
import { byFractions, parseGiven, type Refusing } from "../parse-given"
import type { IncomingChange, IncomingInput, ReceiptInput, ReceiptOptions } from "./incoming"

/** Rows of one receipt, and deliveries that are announced together. */
export const MOST_ROWS = 10_000

const delivery = { expected_at: moment.nullish(), supplier: id.nullish(), note }

const incomingSchema = byFractions((allowFractions) =>
  z.strictObject({
    inventory_item_id: id,
    location_id: id,
    quantity: units(allowFractions),
    ...delivery,
    ...cost,
    created_by: id.nullish(),
  })
)

const changeSchema = byFractions((allowFractions) =>
  z.strictObject({ id, quantity: units(allowFractions).optional(), ...delivery })
)

const receiptSchema = byFractions((allowFractions) =>
  z.strictObject({
    inventory_item_id: id.optional(),
    location_id: id.optional(),
    quantity: units(allowFractions),
    incoming_id: id.nullish(),
    ...cost,
    note,
    reference,
  })
)

const optionsSchema = z.strictObject({ reason: note, note, reference })

type IncomingRow = z.output<ReturnType<typeof incomingSchema>>

/** @throws invalid_incoming, invalid_quantity, invalid_date, invalid_cost, too_many_rows */
export function parseExpectations(rows: IncomingInput[], allowFractions: boolean): IncomingRow[] {
  assertNumberOf(rows)
  const schema = incomingSchema(allowFractions)
  return rows.map((row, n) => withWholeCost(parseGiven(schema, row, INCOMING, `Row ${n}: `), n))
}

/** @throws invalid_incoming, invalid_quantity, invalid_date */
export function parseIncomingChange(change: IncomingChange & { id: string }, allowFractions: boolean) {
  return parseGiven(changeSchema(allowFractions), change, INCOMING)
}

/** A row as truestock_receive takes it; `because` where it is not that of all. */
export type ReceiptRow = {
  n: number
  inventory_item_id?: string
  location_id?: string
  quantity: number
  incoming_id?: string | null
  unit_cost?: number | null
  currency_code?: string | null
  because?: Because
}

/** @throws invalid_receipt, invalid_quantity, invalid_cost, too_many_rows */
export function parseReceipt(
  rows: ReceiptInput[],
  options: ReceiptOptions,
  allowFractions: boolean
): { rows: ReceiptRow[]; because: Because } {
  assertNumberOf(rows)
  const { reason: given, ...shared } = parseGiven(optionsSchema, options, RECEIPT)
  const reason = given ?? "received"
  const schema = receiptSchema(allowFractions)
  const parsed = rows.map((asked, n): ReceiptRow => {
    const { note, reference, ...row } = withWholeCost(parseGiven(schema, asked, RECEIPT, `Row ${n}: `), n)
    assertNamesLevel(row, n)
    if (!note && !reference && !row.incoming_id) return { n, ...row }
    const belongsTo =
      reference ?? (row.incoming_id ? { type: "incoming" as const, id: row.incoming_id } : shared.reference)
    return { n, ...row, because: becauseOf({ reason, note: note ?? shared.note, reference: belongsTo }) }
  })
  return { rows: parsed, because: becauseOf({ reason, ...shared }) }
}

function assertNumberOf(rows: unknown[]): void {
  if (rows.length === 0 || rows.length > MOST_ROWS) {
    throw new TruestockError("too_many_rows", `${rows.length} rows were given; use 1 to ${MOST_ROWS}.`)
  }
}

function withWholeCost<Row extends { unit_cost?: unknown; currency_code?: unknown }>(
  row: Row,
  n: number
): Row {
  if ((row.unit_cost ?? null) === null && (row.currency_code ?? null) === null) return row
  if ((row.unit_cost ?? null) !== null && (row.currency_code ?? null) !== null) return row
  throw new TruestockError("invalid_cost", `Row ${n}: give unit_cost and currency_code, or neither.`)
}

function assertNamesLevel(row: Omit<ReceiptRow, "n">, n: number): void {
  if (row.incoming_id || (row.inventory_item_id && row.location_id)) return
  throw new TruestockError(
    "invalid_receipt",
    `Row ${n}: say which item came to which location (inventory_item_id, location_id), or with which delivery (incoming_id).`
  )
}

const CODES = {
  quantity: "invalid_quantity",
  expected_at: "invalid_date",
  unit_cost: "invalid_cost",
  currency_code: "invalid_cost",
} as const

const EXPECTED = {
  quantity: UNITS,
  expected_at: "a time with its zone (2026-11-21T09:30:00Z)",
  unit_cost: A_COST,
  currency_code: A_CURRENCY,
  note: A_NOTE,
}

const INCOMING: Refusing = {
  what: "An incoming delivery",
  whole: "delivery",
  code: "invalid_incoming",
  codes: CODES,
  expected: { ...EXPECTED, delivery: "an object { inventory_item_id, location_id, quantity }" },
  otherwise: "an id or a text that is not empty",
}

const RECEIPT: Refusing = {
  what: "A receipt",
  whole: "row",
  code: "invalid_receipt",
  codes: CODES,
  expected: {
    ...EXPECTED,
    row: "an object { inventory_item_id, location_id, quantity }, or { incoming_id, quantity }",
    reference: `{ type, id } with a type of ${REFERENCE_TYPES.join(", ")}`,
  },
  otherwise: "an id or a text that is not empty",
}
