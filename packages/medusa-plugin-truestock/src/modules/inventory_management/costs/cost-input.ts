import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../errors"
import { A_CURRENCY, A_NOTE, cost, id, note } from "../input-fields"
import { parseGiven, type Refusing } from "../parse-given"
import type { CostInput, CostOptions } from "./cost"

export const MOST_COSTS = 100_000

/** A row, and what it is called in messages: "Line 3" of a file, "Row 0" of a list. */
export type PlacedCost = { place: string; given: unknown }

/** A row as truestock_set_costs takes it. */
export type CostRow = { n: number; place: string } & CostInput

const rowSchema = z.strictObject({
  inventory_item_id: id.nullish(),
  sku: id.nullish(),
  unit_cost: cost.unit_cost.unwrap().unwrap(),
  currency_code: cost.currency_code.unwrap().unwrap(),
})

const optionsSchema = z.strictObject({ reason: note })

/** @throws invalid_cost, duplicate_row, too_many_rows; each names the row */
export function parseCosts(rows: PlacedCost[], options: CostOptions): { rows: CostRow[]; reason: string } {
  if (rows.length === 0 || rows.length > MOST_COSTS) {
    throw new TruestockError("too_many_rows", `${rows.length} costs were given; use 1 to ${MOST_COSTS}.`)
  }
  const { reason } = parseGiven(optionsSchema, options, COST)
  const parsed = rows.map(({ place, given }, n): CostRow => {
    const row = parseGiven(rowSchema, given, COST, `${place}: `)
    if (row.inventory_item_id || row.sku) return { n, place, ...row }
    throw new TruestockError("invalid_cost", `${place}: name the item, by its sku or inventory_item_id.`)
  })
  assertOncePerItem(parsed)
  return { rows: parsed, reason: reason || "correction" }
}

/** As far as names tell; that an id and a SKU are one item's is seen where they are looked up. */
function assertOncePerItem(rows: CostRow[]): void {
  const seen = new Map<string, string>()
  for (const { place, inventory_item_id, sku } of rows) {
    const name = JSON.stringify(inventory_item_id ? { inventory_item_id } : { sku })
    const before = seen.get(name)
    if (before !== undefined) {
      throw new TruestockError("duplicate_row", `${before} and ${place} are both about ${name}. Keep one.`)
    }
    seen.set(name, place)
  }
}

const COST: Refusing = {
  what: "A cost",
  whole: "it",
  code: "invalid_cost",
  codes: {},
  expected: {
    it: "an object { sku, unit_cost, currency_code }",
    unit_cost: "what a unit costs: a number that is not negative, its decimals after a point (4.50)",
    currency_code: A_CURRENCY,
    reason: A_NOTE,
  },
  otherwise: "an id that is not empty",
}
