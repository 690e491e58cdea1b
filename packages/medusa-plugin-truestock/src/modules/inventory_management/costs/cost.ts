/** What a unit of an item costs, wherever it lies. One of inventory_item_id and sku names the item; the id counts. */
export type CostInput = {
  inventory_item_id?: string | null
  sku?: string | null
  unit_cost: number
  /** Three letters, such as eur. An item is reckoned in one currency. */
  currency_code: string
}

export type CostOptions = {
  /** Why; default: correction. */
  reason?: string | null
}

/** A cost that was set by hand: the item's average from then on, until units come that cost something else. */
export type ItemCost = {
  id: string
  inventory_item_id: string
  sku: string | null
  unit_cost: number
  currency_code: string
  /** The average before; null = nobody had told it. */
  previous_cost: number | null
}
