import { DEEPEST_ITEM, MOST_ITEMS } from "../../../modules/inventory_management/inventory-input"
import type { InventoryQuestion } from "../../../modules/inventory_management/sql/list-inventory"
import { parseQuery, type Refusals, text, wholeNumber } from "../../query-parameters"

const parameters = {
  inventory_item_id: text,
  variant_id: text,
  location_id: text,
  sku: text,
  q: text,
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_ITEMS),
  offset: wholeNumber.refine((n) => n <= DEEPEST_ITEM),
}

const refusals: Refusals<typeof parameters> = {
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_ITEMS}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_ITEM}`],
}

/** Checks the query string of the inventory. */
export function parseInventoryQuery(query: Record<string, unknown>): InventoryQuestion {
  return { limit: 20, offset: 0, ...parseQuery(parameters, refusals, query) }
}
