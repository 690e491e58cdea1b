import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  clearAvailabilityOverrideStep,
  type ClearAvailabilityOverrideInput,
} from "./steps/clear-availability-override"

export const clearAvailabilityOverrideWorkflowId = "clear-availability-override-workflow"

/** Returns a product, or the given variant or channel of it, to the rules. */
export const clearAvailabilityOverrideWorkflow = createWorkflow(
  clearAvailabilityOverrideWorkflowId,
  (input: ClearAvailabilityOverrideInput) => new WorkflowResponse(clearAvailabilityOverrideStep(input))
)
