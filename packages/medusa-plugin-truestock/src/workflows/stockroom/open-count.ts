import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { openCountStep, type OpenCountInput } from "./steps/open-count"

export const openCountWorkflowId = "open-count-workflow"

/** Opens a stock count at a location. Result: the count. Compensated. */
export const openCountWorkflow = createWorkflow(openCountWorkflowId, (input: OpenCountInput) => {
  const done = openCountStep(input)
  hastenRefreshStep()
  return new WorkflowResponse(done)
})
