import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import AvailabilityModule from "../modules/availability"

/** `product.availability_channels`: a product in each of its sales channels. Store routes refuse it. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id", isList: true },
  { linkable: { ...AvailabilityModule.linkable.availabilityChannel.id, primaryKey: "product_id" } },
  { readOnly: true }
)
