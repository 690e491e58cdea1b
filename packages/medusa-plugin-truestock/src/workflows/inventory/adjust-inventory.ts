import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { AdjustmentInput, AdjustmentOptions } from "../../modules/inventory_management"
import { adjustInventoryStep, type AdjustInventoryStepInput } from "./steps/adjust-inventory"
import { hastenRefreshStep } from "./steps/hasten-refresh"

export const adjustInventoryWorkflowId = "adjust-inventory-workflow"

/** One change `{ inventory_item_id, location_id, adjustment, reason?, ... }`, or up to 10,000 as `adjustments`. */
export type AdjustInventoryInput = Pick<AdjustmentOptions, "allow_shortfall" | "on_error"> & {
  idempotency_key?: string | null
} & (
    | (AdjustmentInput & { adjustments?: never })
    | (Pick<AdjustmentOptions, "reason" | "note" | "reference"> & { adjustments: AdjustmentInput[] })
  )

/**
 * Adds to what is stocked, or takes from it, with a reason. Result `{ adjustments, failed }`: what was done, with the
 * quantities as they are now, and with `on_error: "skip"` what was not, row by row. Compensated.
 *
 * Fails with insufficient_inventory, negative_stock, stale_quantity, unknown_level, invalid_quantity,
 * invalid_adjustment, duplicate_row, too_many_rows, invalid_key, key_in_use, key_reused.
 */
export const adjustInventoryWorkflow = createWorkflow(
  adjustInventoryWorkflowId,
  (input: AdjustInventoryInput) => {
    const done = adjustInventoryStep(transform({ input }, ({ input }) => rowsAndOptions(input)))
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)

/** A single change is a bulk of one. */
function rowsAndOptions(input: AdjustInventoryInput): AdjustInventoryStepInput {
  const { idempotency_key, ...asked } = input
  if (asked.adjustments !== undefined) {
    const { adjustments: rows, ...options } = asked
    return { rows, options, idempotency_key }
  }
  const { allow_shortfall, on_error, adjustments: _, ...row } = asked
  return { rows: [row], options: { allow_shortfall, on_error }, idempotency_key }
}
