import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type Asking,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { askingOf } from "../../inventory/asking-of"

type Asked = { idempotency_key?: string | null }

/**
 * A step that asks one thing of the stock, under the idempotency key of its input. Compensated by `undo`, where there
 * is one; what an earlier request did under the same key is that one's, and stays.
 */
export function stockStep<Input extends Asked, Done>(
  id: string,
  does: (stock: InventoryManagementModuleService, input: Input, asking: Asking) => Promise<Done>,
  undo?: (stock: InventoryManagementModuleService, done: Done, asking: Asking) => Promise<unknown>
) {
  return createStep(
    id,
    async (input: Input, { container, ...work }) => {
      const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
      let isReplayed = false
      const done = await does(stock, input, {
        ...askingOf(work, input.idempotency_key),
        on_replay: () => (isReplayed = true),
      })
      return new StepResponse(done, { toUndo: isReplayed ? null : done })
    },
    undo &&
      (async (known, { container, ...work }) => {
        const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
        if (known?.toUndo) await undo(stock, known.toUndo as Done, askingOf(work))
      })
  )
}
