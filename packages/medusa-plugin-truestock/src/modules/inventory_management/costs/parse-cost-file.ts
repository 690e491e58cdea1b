import { quoted, TruestockError } from "../../../errors"
import { readCsv } from "../setup/read-csv"
import type { PlacedCost } from "./cost-input"

const NUMBER = /^\d+(\.\d+)?$/

/**
 * The rows of a CSV file with the columns `sku` or `inventory_item_id`, `unit_cost`, and `currency` (or `currency_code`),
 * in any order; further columns are passed over, but not one that is about locations: a cost is the item's wherever it
 * lies.
 *
 * @throws invalid_csv, which names the line, counted from 1
 */
export function parseCostFile(csv: string): PlacedCost[] {
  return readCsv(csv, columnsOf).map(({ line, record }) => {
    const { inventory_item_id, sku, unit_cost = "", currency_code } = record
    return {
      place: `Line ${line}`,
      given: {
        inventory_item_id: inventory_item_id || null,
        sku: sku || null,
        unit_cost: NUMBER.test(unit_cost) ? Number(unit_cost) : unit_cost,
        currency_code,
      },
    }
  })
}

function columnsOf(header: string[]): string[] {
  const columns = header
    .map((name) => name.toLowerCase())
    .map((name) => (name === "currency" ? "currency_code" : name))
  const refuse = (why: string): never => {
    throw new TruestockError("invalid_csv", `Line 1 names the columns ${quoted(header)}; ${why}.`)
  }
  if (!columns.includes("sku") && !columns.includes("inventory_item_id"))
    refuse("it needs sku or inventory_item_id")
  for (const name of ["unit_cost", "currency_code"]) {
    if (!columns.includes(name)) refuse("it needs unit_cost and currency")
    if (columns.indexOf(name) !== columns.lastIndexOf(name)) refuse(`keep one ${name}`)
  }
  if (columns.some((name) => name.startsWith("location"))) {
    refuse("a cost is the item's wherever it lies: take the location out, and keep one line per item")
  }
  return columns
}
