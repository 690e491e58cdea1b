import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { cancelTransferStep, type CancelTransferInput } from "./steps/cancel-transfer"

export const cancelTransferWorkflowId = "cancel-transfer-workflow"

/** Cancels a transfer; what is on its way goes back where it came from. Result: the transfer. Not compensated. */
export const cancelTransferWorkflow = createWorkflow(
  cancelTransferWorkflowId,
  (input: CancelTransferInput) => {
    const done = cancelTransferStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
