import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import AvailabilityModule from "../modules/availability"

/**
 * `product.availability`: the summary row of a product. For the admin and query.graph; store routes refuse it.
 *
 * Medusa 2.21.2 fetches two links into one module from the same record as one: ask for `availability` or for
 * `availability_channels` in one query, not for both.
 */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  { linkable: { ...AvailabilityModule.linkable.availability.id, primaryKey: "product_id" } },
  { readOnly: true }
)
