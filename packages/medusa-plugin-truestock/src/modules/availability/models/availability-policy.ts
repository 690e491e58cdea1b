import { model } from "@medusajs/framework/utils"

/**
 * What a shop decides about a product, one variant, or one variant at one location. A null field says nothing:
 * the next step (variant + location -> variant -> product -> its supplier -> plugin default) decides.
 */
const AvailabilityPolicy = model.define("availability_policy", {
  id: model.id({ prefix: "avpol" }).primaryKey(),
  product_id: model.text(),
  variant_id: model.text().nullable(),
  location_id: model.text().nullable(),
  low_stock_threshold: model.number().nullable(),
  safety_stock: model.number().nullable(),
  backorder_limit: model.number().nullable(),
  lead_time_min_days: model.number().nullable(),
  lead_time_max_days: model.number().nullable(),
  release_date: model.dateTime().nullable(),
  strict_on_sale_date: model.dateTime().nullable(),
  allow_preorder: model.boolean().nullable(),
  discontinued: model.boolean().nullable(),
  not_for_sale: model.text().nullable(),
})

export default AvailabilityPolicy
