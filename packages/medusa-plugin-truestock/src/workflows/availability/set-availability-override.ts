import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { OverrideInput } from "../../modules/availability"
import { setAvailabilityOverrideStep } from "./steps/set-availability-override"

export const setAvailabilityOverrideWorkflowId = "set-availability-override-workflow"

/** Sets a manual override of a product or variant, for all channels or one, with note and expiry. */
export const setAvailabilityOverrideWorkflow = createWorkflow(
  setAvailabilityOverrideWorkflowId,
  (input: OverrideInput) => new WorkflowResponse(setAvailabilityOverrideStep(input))
)
