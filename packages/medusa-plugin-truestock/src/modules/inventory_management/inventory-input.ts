import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../errors"
import { id } from "./input-fields"
import { assertStorable, assertWhole } from "./movement-input"
import type { StockQuestion } from "./sql/find-stocked-items"
import type { InventoryQuestion } from "./sql/list-inventory"

export const MOST_ITEMS = 100
export const DEEPEST_ITEM = 10_000_000
/** As many as can be adjusted at once. */
export const MOST_NAMED_ITEMS = 10_000

const names = z.array(id)

/** @throws invalid_limit, invalid_offset, invalid_parameter */
export function parseInventory(asked: Partial<InventoryQuestion>): InventoryQuestion {
  const { limit = 20, offset = 0 } = asked
  assertWhole("invalid_limit", "Limit", limit, 1, MOST_ITEMS)
  assertWhole("invalid_offset", "Offset", offset, 0, DEEPEST_ITEM)
  assertStorable(asked)
  return { ...asked, limit, offset }
}

/** Either SKUs or ids of items. @throws invalid_body, too_many_rows */
export function parseStockQuestion(asked: { skus?: unknown; inventory_item_ids?: unknown }): StockQuestion {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined)
  const [[name, value] = ["", undefined]] = given
  if (given.length !== 1) {
    throw new TruestockError("invalid_body", "Name the items either by skus or by inventory_item_ids.")
  }
  const parsed = names.safeParse(value)
  if (!parsed.success) {
    throw new TruestockError(
      "invalid_body",
      `${name} has the value ${quoted(value)}; use a list of texts of 1 to 255 characters.`
    )
  }
  if (parsed.data.length > MOST_NAMED_ITEMS) {
    throw new TruestockError(
      "too_many_rows",
      `${parsed.data.length} items were named; use at most ${MOST_NAMED_ITEMS}.`
    )
  }
  return name === "skus" ? { skus: parsed.data } : { inventory_item_ids: parsed.data }
}
