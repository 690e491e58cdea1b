import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { PolicyInput } from "../../modules/availability"
import { setAvailabilityPolicyStep } from "./steps/set-availability-policy"

export const setAvailabilityPolicyWorkflowId = "set-availability-policy-workflow"

/**
 * Sets what a shop decides about a product, a variant, or a variant at a location. A field that is left out stays,
 * null clears it. Result `{ product_id, status, updated }`; compensated.
 */
export const setAvailabilityPolicyWorkflow = createWorkflow(
  setAvailabilityPolicyWorkflowId,
  (input: PolicyInput) => new WorkflowResponse(setAvailabilityPolicyStep(input))
)
