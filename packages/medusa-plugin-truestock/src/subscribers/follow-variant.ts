import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductEvents } from "@medusajs/framework/utils"
import { followVariantWorkflow } from "../workflows/inventory/follow-variant"

/**
 * Inventory items follow their variants. The product module's own events come for every change of a variant, whoever
 * makes it, and leave when the workflow around it is done; those of core's workflows (`product-variant.updated`) say the
 * same again, but not for variants that are changed with their product.
 */
export default async function followVariant({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await followVariantWorkflow(container).run({ input: { variant_id: event.data.id } })
}

export const config: SubscriberConfig = {
  // product.product-variant.created, product.product-variant.updated
  event: [ProductEvents.PRODUCT_VARIANT_CREATED!, ProductEvents.PRODUCT_VARIANT_UPDATED!],
  context: { subscriberId: "truestock-follow-variant" },
}
