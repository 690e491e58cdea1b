import { model } from "@medusajs/framework/utils"

/**
 * Every change of a product's status in a channel, and the outbox of the `availability.changed` event: a row
 * without `sent_at` is still to be delivered. `from_status` null = first known, `to_status` null = left the channel.
 */
const AvailabilityHistory = model.define("availability_history", {
  id: model.id({ prefix: "avhis" }).primaryKey(),
  product_id: model.text(),
  sales_channel_id: model.text().nullable(),
  from_status: model.text().nullable(),
  to_status: model.text().nullable(),
  reason: model.text().nullable(),
  changed_at: model.dateTime(),
  sent_at: model.dateTime().nullable(),
})

export default AvailabilityHistory
