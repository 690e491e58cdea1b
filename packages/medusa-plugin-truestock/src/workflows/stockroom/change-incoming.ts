import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { changeIncomingStep, type ChangeIncomingInput } from "./steps/change-incoming"

export const changeIncomingWorkflowId = "change-incoming-workflow"

/** Changes a delivery that is expected: quantity, expected_at, supplier, note. Result: the delivery. Not compensated. */
export const changeIncomingWorkflow = createWorkflow(
  changeIncomingWorkflowId,
  (input: ChangeIncomingInput) => {
    const done = changeIncomingStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
