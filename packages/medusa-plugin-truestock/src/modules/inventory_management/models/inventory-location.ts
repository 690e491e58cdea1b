import { model } from "@medusajs/framework/utils"

/** What Medusa's stock location does not say of itself. A location without a row here is active. */
const InventoryLocation = model.define("inventory_location", {
  id: model.id({ prefix: "iloc" }).primaryKey(),
  location_id: model.text(),
  code: model.text().nullable(),
  kind: model.enum(["warehouse", "store", "dropship", "virtual"]).default("warehouse"),
  /** An inactive location takes no promise and is not listed as available. */
  is_active: model.boolean().default(true),
})

export default InventoryLocation
