import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CreateInventoryItemInput, createInventoryItemStep } from "./steps/create-inventory-item"
import { hastenRefreshStep } from "./steps/hasten-refresh"

export const createInventoryItemWorkflowId = "truestock-create-inventory-item-workflow"

/**
 * Makes an inventory item `{ sku, variant_id?, title?, metadata? }`, with a variant that variant's. Result: the item.
 * Compensated by deleting it.
 *
 * Fails with duplicate_sku, variant_not_found, variant_has_item, invalid_item, invalid_key, key_in_use, key_reused.
 */
export const createInventoryItemWorkflow = createWorkflow(
  createInventoryItemWorkflowId,
  (input: CreateInventoryItemInput) => {
    const item = createInventoryItemStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(item)
  }
)
