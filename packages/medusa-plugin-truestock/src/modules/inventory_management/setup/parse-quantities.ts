import { quoted, TruestockError } from "../../../errors"
import { isStorableJson } from "../../../storable-text"
import { A_QUANTITY, readQuantity } from "./quantity"
import { readCsv } from "./read-csv"

/** A line of the file; variant_id counts where both are given. */
export type QuantityLine = { line: number; variant_id: string | null; sku: string | null; quantity: number }

/**
 * Reads a CSV file with the columns `quantity` and `sku` or `variant_id`, in any order, separated by commas, semicolons
 * or tabs; further columns are passed over. One bad line refuses the whole file.
 *
 * @throws invalid_csv, invalid_quantity, duplicate_row; each names the line, counted from 1
 */
export function parseQuantities(csv: string, allowFractions: boolean): QuantityLine[] {
  const seen = new Map<string, number>()
  return readCsv(csv, columnsOf).map(({ line, record }) => {
    const variant_id = record.variant_id || null
    const sku = record.sku || null
    const name = variant_id ?? sku
    if (name === null || !isStorableJson(name)) {
      const given = name === null ? "has neither sku nor variant_id" : `has ${quoted(name)}`
      throw new TruestockError(
        "invalid_csv",
        `Line ${line} ${given}; name the variant, or take the line out.`
      )
    }
    const quantity = readQuantity(record.quantity, allowFractions)
    if (quantity === null) {
      throw new TruestockError(
        "invalid_quantity",
        `Line ${line}: quantity of ${quoted(name)} has the value ${quoted(record.quantity)}; use ${A_QUANTITY}.`
      )
    }
    const before = seen.get(name)
    if (before !== undefined) {
      throw new TruestockError(
        "duplicate_row",
        `Lines ${before} and ${line} are both about ${quoted(name)}. Keep one.`
      )
    }
    seen.set(name, line)
    return { line, variant_id, sku, quantity }
  })
}

function columnsOf(header: string[]): string[] {
  const columns = header.map((name) => name.toLowerCase())
  if (!columns.includes("quantity") || !(columns.includes("sku") || columns.includes("variant_id"))) {
    throw new TruestockError(
      "invalid_csv",
      `Line 1 names the columns ${quoted(header)}; it needs quantity, and sku or variant_id.`
    )
  }
  return columns
}
