import {
  createInventoryLevelsWorkflow,
  createLinksWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { Opening } from "../../modules/inventory_management"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { readOpeningsStep } from "./steps/read-openings"

export const stockVariantsWorkflowId = "stock-variants-workflow"

export type StockVariantsInput = {
  /** Items that wait for a variant under its SKU. */
  take_over: { variant_id: string; inventory_item_id: string }[]
  /** Variants whose stock core is to count; those without an item get one. */
  manage: string[]
  /** Opening stock; a level that exists keeps its own. */
  openings: Opening[]
}

/**
 * Gives variants their inventory items and their opening stock, through core's own workflows. Result: the levels that
 * were created. Compensated by theirs.
 */
export const stockVariantsWorkflow = createWorkflow(stockVariantsWorkflowId, (input: StockVariantsInput) => {
  createLinksWorkflow.runAsStep({
    input: transform({ input }, ({ input }) =>
      input.take_over.map(({ variant_id, inventory_item_id }) => ({
        [Modules.PRODUCT]: { variant_id },
        [Modules.INVENTORY]: { inventory_item_id },
        data: { required_quantity: 1 },
      }))
    ),
  })
  when("variants-are-to-be-managed", input, ({ manage }) => manage.length > 0).then(() => {
    updateProductVariantsWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        product_variants: input.manage.map((id) => ({ id, manage_inventory: true })),
      })),
    })
  })
  const inventory_levels = readOpeningsStep(input.openings)
  when("levels-are-missing", inventory_levels, (levels) => levels.length > 0).then(() => {
    createInventoryLevelsWorkflow.runAsStep({ input: { inventory_levels } })
  })
  hastenRefreshStep()
  return new WorkflowResponse(inventory_levels)
})
