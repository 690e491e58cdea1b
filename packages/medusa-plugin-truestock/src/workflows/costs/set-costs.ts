import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setCostsStep, type SetCostsInput } from "./steps/set-costs"

export const setCostsWorkflowId = "set-costs-workflow"

/**
 * Sets what items cost in place of their averages, `{ costs: [{ sku | inventory_item_id, unit_cost, currency_code }],
 * reason? }` or `{ csv, reason? }`. Result: the costs, with those of before. Compensated.
 */
export const setCostsWorkflow = createWorkflow(setCostsWorkflowId, (input: SetCostsInput) => {
  return new WorkflowResponse(setCostsStep(input))
})
