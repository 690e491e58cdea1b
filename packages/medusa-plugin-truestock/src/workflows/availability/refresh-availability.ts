import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refreshAvailabilityStep } from "./steps/refresh-availability"

export const refreshAvailabilityWorkflowId = "refresh-availability-workflow"

/** Decides many products anew, now. Result `{ refreshed, changed }`. */
export const refreshAvailabilityWorkflow = createWorkflow(
  refreshAvailabilityWorkflowId,
  (input: { product_ids: string[] }) => new WorkflowResponse(refreshAvailabilityStep(input))
)
