import { model } from "@medusajs/framework/utils"

/**
 * More is promised at a level than it may give. Opened and resolved by the ledger's triggers; a shortfall that is
 * over before it was reported (a fulfilment lowers stock a moment before it ends the reservation) leaves no row.
 */
const InventoryShortfall = model.define("inventory_shortfall", {
  id: model.id({ prefix: "short" }).primaryKey(),
  level_id: model.text(),
  inventory_item_id: model.text(),
  location_id: model.text(),
  /** Units that are missing now, or were when it was resolved. */
  quantity: model.bigNumber(),
  opened_at: model.dateTime(),
  resolved_at: model.dateTime().nullable(),
  /** When inventory.shortfall was delivered. */
  sent_at: model.dateTime().nullable(),
})

export default InventoryShortfall
