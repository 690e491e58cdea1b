import { model } from "@medusajs/framework/utils"

/**
 * A variant that has crossed a line: run low, run out, or come back. The outbox of its event (`sent_at`) and of the
 * message about it (`mailed_at`; `message_id` = the message that tells it, with others where there is a digest).
 */
const StockAlert = model.define("stock_alert", {
  id: model.id({ prefix: "stalert" }).primaryKey(),
  kind: model.enum(["low_stock", "out_of_stock", "back_in_stock"]),
  product_id: model.text(),
  variant_id: model.text(),
  title: model.text(),
  sku: model.text().nullable(),
  quantity: model.number(),
  threshold: model.number(),
  sent_at: model.dateTime().nullable(),
  message_id: model.text().nullable(),
  mailed_at: model.dateTime().nullable(),
})

export default StockAlert
