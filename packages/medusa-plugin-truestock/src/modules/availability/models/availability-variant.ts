import { model } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../status"

/** A variant in a sales channel. */
const AvailabilityVariant = model.define("availability_variant", {
  id: model.id({ prefix: "avvar" }).primaryKey(),
  product_id: model.text(),
  variant_id: model.text(),
  sales_channel_id: model.text(),
  status: model.enum(AvailabilityStatus),
  reason: model.text(),
  purchasable: model.boolean(),
  quantity: model.number().nullable(),
  available_quantity: model.number().nullable(),
  max_single_location: model.number().nullable(),
  available_on: model.dateTime().nullable(),
  lead_time_min_days: model.number().nullable(),
  lead_time_max_days: model.number().nullable(),
  eta: model.dateTime().nullable(),
  note: model.text().nullable(),
})

export default AvailabilityVariant
