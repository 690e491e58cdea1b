import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../modules/inventory_management"

/** Whoever still works on a cart keeps what it holds, within the limits of the option `hold`. */
export default async function extendCartHold({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await container
    .resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    .extendCartHold(event.data.id)
}

export const config: SubscriberConfig = {
  event: "cart.updated",
  context: { subscriberId: "truestock-extend-cart-hold" },
}
