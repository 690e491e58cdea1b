import { gtinCheckDigit } from "../../identifiers"
import type { StockRecord } from "../../record"
import { FIELDS, QUANTITY_LENGTH } from "../layout"
import { renderStockV2Row } from "./render-row"

const PIECE_BYTES = 256 * 1024
/** Has no factor in common with 1e9, so that every index below 1e9 gets a number of its own. */
const SCATTER = 387_420_489

/** The thirteen digits of row `index` (from 0) of a generated file; no two below 1e9 are the same. */
export function syntheticEan13(index: number, seed = 1): string {
  const body = `978${String((index * SCATTER + seed * 7919) % 1e9).padStart(9, "0")}`
  return `${body}${gtinCheckDigit(body)}`
}

export type SyntheticRows = { rows: number; seed?: number; terminator?: "\n" | "\r\n" | "" }

/** Pieces of a file of so many rows, always the same for one seed. About a third of the quantities is not zero. */
export function* syntheticRows({ rows, seed = 1, terminator = "\n" }: SyntheticRows): Generator<Buffer> {
  const template = Buffer.from(renderStockV2Row(TEMPLATE) + terminator, "latin1")
  const perPiece = Math.floor(PIECE_BYTES / template.length)
  let state = seed >>> 0 || 1
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (let first = 0; first < rows; first += perPiece) {
    const count = Math.min(perPiece, rows - first)
    const piece = Buffer.allocUnsafe(count * template.length)
    for (let index = 0; index < count; index++) {
      const at = index * template.length
      template.copy(piece, at)
      fill(piece, at, syntheticEan13(first + index, seed), random)
    }
    yield piece
  }
}

function fill(piece: Buffer, at: number, ean13: string, random: (below: number) => number): void {
  piece.write(ean13, at + FIELDS.ean13[0], "latin1")
  for (let slot = 0; slot < 4; slot++) {
    const onHand = random(3) === 0 ? random(500) : 0
    const onOrder = random(10) === 0 ? random(300) : 0
    writeDigits(piece, at + FIELDS.on_hand[0] + slot * QUANTITY_LENGTH, QUANTITY_LENGTH, onHand)
    writeDigits(piece, at + FIELDS.on_order[0] + slot * QUANTITY_LENGTH, QUANTITY_LENGTH, onOrder)
  }
  const cents = 499 + 50 * random(90)
  for (const name of ["list_price", "publisher_price", "repeated_price"] as const) {
    writeDigits(piece, at + FIELDS[name][0], FIELDS[name][1], cents)
  }
  writeDigits(piece, at + FIELDS.publication_date[0], 4, 1990 + random(36))
  writeDigits(piece, at + FIELDS.publication_date[0] + 4, 2, 1 + random(12))
  writeDigits(piece, at + FIELDS.publication_date[0] + 6, 2, 1 + random(28))
  writeDigits(piece, at + FIELDS.weight[0], 6, 20 + random(300))
  writeDigits(piece, at + FIELDS.title_number[0], 9, 1 + random(999_999_998))
}

function writeDigits(buffer: Buffer, offset: number, length: number, value: number): void {
  for (let at = offset + length - 1; at >= offset; at--) {
    buffer[at] = 48 + (value % 10)
    value = Math.floor(value / 10)
  }
}

/** The record of an ordinary book in print; what a test is about can be given. */
export function syntheticRecord(record: Partial<StockRecord> = {}): StockRecord {
  return { ...TEMPLATE, ...record }
}

const TEMPLATE: StockRecord = {
  ean13: "9780000000002",
  identifiers: { isbn10: null, upc: null, gtin14: "09780000000002", supplier_id: "123456789" },
  title: null,
  locations: ["TN", "OR", "IN", "PA"].map((code) => ({
    code,
    on_hand: 0,
    on_hand_qualifier: "exact",
    on_order: 0,
    committed: null,
    stocked: true,
  })),
  availability: { scheme: "onix65", code: "21" },
  publisher_status: { scheme: "ingram", code: "IP" },
  dates: {
    publication: { date: "2024-01-15", precision: "day" },
    on_sale: null,
    expected: [],
    last_return: null,
  },
  print_on_demand: false,
  backorder_only: false,
  returnable: true,
  restricted: null,
  list_price: { amount: "18.99", currency: "USD" },
  discount: "REG",
  product_type: "Q",
  weight_pounds: 0.85,
  provenance: { source: "ingram-stockv2", file: "stockv2@ingram.dat", row: 1, as_of: null },
}
