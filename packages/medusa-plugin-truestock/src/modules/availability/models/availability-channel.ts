import { model } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../status"

/** A product in a sales channel: what the listing filters, sorts and counts, and what a card shows. */
const AvailabilityChannel = model.define("availability_channel", {
  id: model.id({ prefix: "avch" }).primaryKey(),
  product_id: model.text(),
  sales_channel_id: model.text(),
  status: model.enum(AvailabilityStatus),
  reason: model.text(),
  purchasable: model.boolean(),
  quantity: model.number().nullable(),
  available_on: model.dateTime().nullable(),
  lead_time_min_days: model.number().nullable(),
  lead_time_max_days: model.number().nullable(),
  eta: model.dateTime().nullable(),
  note: model.text().nullable(),
  is_published: model.boolean(),
  title: model.text(),
  subtitle: model.text().nullable(),
  handle: model.text(),
  thumbnail: model.text().nullable(),
  collection_id: model.text().nullable(),
  type_id: model.text().nullable(),
  brand_id: model.text().nullable(),
  brand_name: model.text().nullable(),
  category_ids: model.array(),
  tag_ids: model.array(),
  prices: model.json(),
  product_created_at: model.dateTime(),
  product_updated_at: model.dateTime(),
})

export default AvailabilityChannel
