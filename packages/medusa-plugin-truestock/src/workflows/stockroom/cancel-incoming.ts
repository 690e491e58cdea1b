import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { cancelIncomingStep, type CancelIncomingInput } from "./steps/cancel-incoming"

export const cancelIncomingWorkflowId = "cancel-incoming-workflow"

/** What is left of a delivery is not expected any more. Result: the delivery. Not compensated. */
export const cancelIncomingWorkflow = createWorkflow(
  cancelIncomingWorkflowId,
  (input: CancelIncomingInput) => {
    const done = cancelIncomingStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
