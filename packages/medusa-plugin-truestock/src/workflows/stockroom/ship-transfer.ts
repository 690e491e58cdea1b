import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { shipTransferStep, type ShipTransferInput } from "./steps/ship-transfer"

export const shipTransferWorkflowId = "ship-transfer-workflow"

/**
 * Sends a transfer on its way: its units leave the one location, and are incoming at the other. Result: the transfer.
 * Compensated by cancelling it.
 */
export const shipTransferWorkflow = createWorkflow(shipTransferWorkflowId, (input: ShipTransferInput) => {
  const done = shipTransferStep(input)
  hastenRefreshStep()
  return new WorkflowResponse(done)
})
