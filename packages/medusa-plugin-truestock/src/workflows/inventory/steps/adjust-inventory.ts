import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TruestockError, type TruestockErrorCode } from "../../../errors"
import {
  type AdjustmentInput,
  type AdjustmentOptions,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { askingOf } from "../asking-of"

export const adjustInventoryStepId = "adjust-inventory"

export type AdjustInventoryStepInput = {
  rows: AdjustmentInput[]
  options: AdjustmentOptions
  idempotency_key?: string | null
}

/**
 * Changes what is stocked, with a reason; compensated by the opposite change, which may leave less than is promised: a
 * shortfall is then on record. What an earlier request did under the same key is that one's, and stays.
 */
export const adjustInventoryStep = createStep(
  adjustInventoryStepId,
  async ({ rows, options, idempotency_key }: AdjustInventoryStepInput, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    let isReplayed = false
    const { adjusted, failed } = await stock.adjustInventory(rows, options, {
      ...askingOf(work, idempotency_key),
      on_replay: () => (isReplayed = true),
    })
    const toTakeBack = adjusted.map(({ inventory_item_id, location_id, adjustment, reason }) => ({
      ...{ inventory_item_id, location_id, adjustment: -adjustment, reason: "correction" },
      note: `Takes back ${adjustment} (${reason}): a later step of the workflow failed.`,
    }))
    return new StepResponse({ adjustments: adjusted, failed }, isReplayed ? [] : toTakeBack)
  },
  async (rows, { container, ...work }) => {
    if (!rows?.length) return
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    const options = { allow_shortfall: true, on_error: "skip" } as const
    const { failed } = await stock.adjustInventory(rows, options, askingOf(work))
    // Units that came and have left the shelf since, or a level that is gone: nothing can take those back.
    if (failed.length > 0) {
      const { code, message } = failed[0]!
      throw new TruestockError(
        code as TruestockErrorCode,
        `${failed.length} of ${rows.length} adjustments could not be taken back. ${message}`
      )
    }
  }
)
