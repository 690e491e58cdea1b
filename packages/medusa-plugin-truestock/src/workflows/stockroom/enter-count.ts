import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { enterCountStep, type EnterCountInput } from "./steps/enter-count"

export const enterCountWorkflowId = "enter-count-workflow"

/** Enters what was counted, each item against the books of this moment. Result: the count. Not compensated. */
export const enterCountWorkflow = createWorkflow(enterCountWorkflowId, (input: EnterCountInput) => {
  const done = enterCountStep(input)
  hastenRefreshStep()
  return new WorkflowResponse(done)
})
