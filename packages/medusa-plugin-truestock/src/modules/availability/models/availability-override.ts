import { model } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../status"

/** A person's word over the rules, until cleared or expired. No channel = all channels, no variant = all. */
const AvailabilityOverride = model.define("availability_override", {
  id: model.id({ prefix: "avovr" }).primaryKey(),
  product_id: model.text(),
  variant_id: model.text().nullable(),
  sales_channel_id: model.text().nullable(),
  status: model.enum(AvailabilityStatus),
  notes: model.text().nullable(),
  note_visible: model.boolean().default(false),
  set_by: model.text().nullable(),
  expires_at: model.dateTime().nullable(),
})

export default AvailabilityOverride
