import { model } from "@medusajs/framework/utils"
import { LOCATION_KINDS } from "../locations/location"

/** What Medusa's stock location does not say of itself. A location without a row here is active. */
const InventoryLocation = model.define("inventory_location", {
  id: model.id({ prefix: "iloc" }).primaryKey(),
  location_id: model.text(),
  code: model.text().nullable(),
  kind: model.enum([...LOCATION_KINDS]).default("warehouse"),
  /** An inactive location takes no promise and is not listed as available. */
  is_active: model.boolean().default(true),
  /** Of several that could take a promise, the lowest is tried first. */
  priority: model.number().default(0),
  /** The location whose promises it takes where that one cannot. */
  backup_for: model.text().nullable(),
})

export default InventoryLocation
