import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type FollowVariantInput, followVariantStep } from "./steps/follow-variant"
import { hastenRefreshStep } from "./steps/hasten-refresh"

export const followVariantWorkflowId = "truestock-follow-variant-workflow"

/**
 * Gives the inventory item of a variant the variant's SKU and title, or a managed variant without item an item. Kits and
 * shared items are left alone. Result: `[{ variant_id, outcome, inventory_item_id, sku }]`, of the variant, and of those
 * that had to wait for the SKU which that has set free. May be repeated, and run by many at once.
 */
export const followVariantWorkflow = createWorkflow(followVariantWorkflowId, (input: FollowVariantInput) => {
  const followed = followVariantStep(input)
  hastenRefreshStep()
  return new WorkflowResponse(followed)
})
