import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  OrderEditWorkflowEvents,
  OrderWorkflowEvents,
  ReservationItemWorkflowEvents,
} from "@medusajs/framework/utils"
import { referencesOf } from "../modules/inventory_management/rules/references-of"
import { recordMovementReferencesWorkflow } from "../workflows/inventory/record-movement-references"

/**
 * Core's inventory service is not told for which order it works; the events of the same workflow say it afterwards,
 * under the event group that the movements carry as their correlation. They leave when the movements are committed,
 * and may come twice or in any order. One that never comes is made up for by the service's `matchMovements`.
 */
export default async function recordStockReferences({
  event,
  container,
}: SubscriberArgs<Record<string, unknown>>): Promise<void> {
  const correlation_id = event.metadata?.eventGroupId
  const references = referencesOf(event.name, event.data)
  if (typeof correlation_id !== "string" || references.length === 0) return
  const placed_order_id = event.name === OrderWorkflowEvents.PLACED ? references[0]!.id : undefined
  await recordMovementReferencesWorkflow(container).run({
    input: { correlation_id, references, placed_order_id },
  })
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.PLACED,
    OrderWorkflowEvents.CANCELED,
    OrderWorkflowEvents.FULFILLMENT_CREATED,
    OrderWorkflowEvents.FULFILLMENT_CANCELED,
    OrderWorkflowEvents.RETURN_RECEIVED,
    OrderWorkflowEvents.CLAIM_CREATED,
    OrderWorkflowEvents.EXCHANGE_CREATED,
    OrderEditWorkflowEvents.CONFIRMED,
    // A cancelled claim or exchange has no event of its own; these name the order.
    ReservationItemWorkflowEvents.DELETED,
  ],
  context: { subscriberId: "truestock-record-stock-references" },
}
