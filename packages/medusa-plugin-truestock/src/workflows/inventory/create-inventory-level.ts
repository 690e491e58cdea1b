import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CreateInventoryLevelInput, createInventoryLevelStep } from "./steps/create-inventory-level"
import { hastenRefreshStep } from "./steps/hasten-refresh"

export const createInventoryLevelWorkflowId = "truestock-create-inventory-level-workflow"

/**
 * Makes a level `{ inventory_item_id, location_id, stocked_quantity, reason?, note?, reference? }`: an item's stock at a
 * location. Result: the level. Compensated by deleting it.
 *
 * Fails with duplicate_level, item_not_found, unknown_location, invalid_quantity, invalid_level, invalid_key,
 * key_in_use, key_reused.
 */
export const createInventoryLevelWorkflow = createWorkflow(
  createInventoryLevelWorkflowId,
  (input: CreateInventoryLevelInput) => {
    const level = createInventoryLevelStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(level)
  }
)
