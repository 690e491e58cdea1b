import { model } from "@medusajs/framework/utils"

/** A publisher, as the shop shows and filters it. */
export const Brand = model.define("brand", {
  id: model.id({ prefix: "brand" }).primaryKey(),
  name: model.text().searchable(),
})
