import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../modules/availability"

/**
 * Core's events only hasten the refresh: they leave after the commit, may be lost, and are not sent at all for
 * some changes. What has changed is in the queue that the triggers fill.
 */
export default async function hastenRefresh({ container }: SubscriberArgs): Promise<void> {
  container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE).nudge()
}

export const config: SubscriberConfig = {
  event: [
    ...["product", "product-variant", "product-category"],
    ...["inventory-level", "inventory-item", "reservation-item", "sales-channel"],
  ]
    .flatMap((entity) => ["created", "updated", "deleted"].map((action) => `${entity}.${action}`))
    .concat("order.placed", "order.canceled", "order.fulfillment_created", "order.return_received"),
  context: { subscriberId: "truestock-hasten-refresh" },
}
