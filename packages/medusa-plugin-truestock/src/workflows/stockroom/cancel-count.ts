import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { cancelCountStep, type CancelCountInput } from "./steps/cancel-count"

export const cancelCountWorkflowId = "cancel-count-workflow"

/** Cancels a count; nothing comes of it. Result: the count. Not compensated. */
export const cancelCountWorkflow = createWorkflow(cancelCountWorkflowId, (input: CancelCountInput) => {
  const done = cancelCountStep(input)
  hastenRefreshStep()
  return new WorkflowResponse(done)
})
