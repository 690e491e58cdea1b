import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import AvailabilityModule from "../modules/availability"

/** `variant.availability_variants`: a variant in each of its product's sales channels. Store routes refuse it. */
export default defineLink(
  { linkable: ProductModule.linkable.productVariant, field: "id", isList: true },
  { linkable: { ...AvailabilityModule.linkable.availabilityVariant.id, primaryKey: "variant_id" } },
  { readOnly: true }
)
