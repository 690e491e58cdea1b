import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { postCountStep, type PostCountInput } from "./steps/post-count"

export const postCountWorkflowId = "post-count-workflow"

/** Adds the differences of a count to the stock. Result: the count. Not compensated: what was counted is a fact. */
export const postCountWorkflow = createWorkflow(postCountWorkflowId, (input: PostCountInput) => {
  const done = postCountStep(input)
  hastenRefreshStep()
  return new WorkflowResponse(done)
})
