import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { receiveInventoryStep, type ReceiveInventoryInput } from "./steps/receive-inventory"

export const receiveInventoryWorkflowId = "receive-inventory-workflow"

/**
 * Stocks units that have come, `{ rows: [{ inventory_item_id, location_id, quantity, incoming_id?, unit_cost?,
 * currency_code?, note?, reference? }], reason?, note?, reference? }`. Result: the rows with the quantities as they are now.
 * Compensated.
 */
export const receiveInventoryWorkflow = createWorkflow(
  receiveInventoryWorkflowId,
  (input: ReceiveInventoryInput) => {
    const done = receiveInventoryStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
