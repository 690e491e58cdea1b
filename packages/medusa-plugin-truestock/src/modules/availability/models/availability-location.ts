import { model } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../status"

/** A variant at one stock location, judged as if it were the only one. */
const AvailabilityLocation = model.define("availability_location", {
  id: model.id({ prefix: "avloc" }).primaryKey(),
  product_id: model.text(),
  variant_id: model.text(),
  location_id: model.text(),
  /** Empty: every channel. Else a channel with an override of its own, for which this row stands instead. */
  sales_channel_id: model.text().default(""),
  status: model.enum(AvailabilityStatus),
  reason: model.text(),
  purchasable: model.boolean(),
  quantity: model.number().nullable(),
  available_quantity: model.number().nullable(),
  available_on: model.dateTime().nullable(),
  lead_time_min_days: model.number().nullable(),
  lead_time_max_days: model.number().nullable(),
  eta: model.dateTime().nullable(),
  note: model.text().nullable(),
})

export default AvailabilityLocation
