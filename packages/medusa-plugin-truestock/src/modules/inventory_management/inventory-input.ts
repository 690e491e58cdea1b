import { assertStorable, assertWhole } from "./movement-input"
import type { InventoryQuestion } from "./sql/list-inventory"

export const MOST_ITEMS = 100
export const DEEPEST_ITEM = 10_000_000

/** @throws invalid_limit, invalid_offset, invalid_parameter */
export function parseInventory(asked: Partial<InventoryQuestion>): InventoryQuestion {
  const { limit = 20, offset = 0 } = asked
  assertWhole("invalid_limit", "Limit", limit, 1, MOST_ITEMS)
  assertWhole("invalid_offset", "Offset", offset, 0, DEEPEST_ITEM)
  assertStorable(asked)
  return { ...asked, limit, offset }
}
