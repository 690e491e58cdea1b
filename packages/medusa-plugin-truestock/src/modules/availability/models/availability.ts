import { model } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../status"

/**
 * The summary of a product: its best sales channel. One row per product, never removed while the product's row
 * exists: the row is also the lock under which a product is refreshed or overridden (sql/lock-products.ts).
 */
const Availability = model
  .define("availability", {
    id: model.id({ prefix: "avail" }).primaryKey(),
    product_id: model.text(),
    status: model.enum(AvailabilityStatus),
    reason: model.text(),
    source: model.enum(["calculated", "manual"]).default("calculated"),
    purchasable: model.boolean().default(false),
    quantity: model.number().nullable(),
    available_on: model.dateTime().nullable(),
    eta: model.dateTime().nullable(),
    notes: model.text().nullable(),
    due_at: model.dateTime().nullable(),
  })
  .indexes([{ name: "IDX_availability_status", on: ["status"] }])

export default Availability
