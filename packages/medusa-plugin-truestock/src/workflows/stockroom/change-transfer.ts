import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { changeTransferStep, type ChangeTransferInput } from "./steps/change-transfer"

export const changeTransferWorkflowId = "change-transfer-workflow"

/** Changes the lines or the note of a draft. Result: the transfer. Not compensated. */
export const changeTransferWorkflow = createWorkflow(
  changeTransferWorkflowId,
  (input: ChangeTransferInput) => {
    const done = changeTransferStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
