import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryLevelInput,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { askingOf } from "../asking-of"

export const createInventoryLevelStepId = "create-inventory-level"

export type CreateInventoryLevelInput = InventoryLevelInput & { idempotency_key?: string | null }

/**
 * Makes a level with its opening stock; compensated by deleting it, unless its stock is in use by then. What an earlier
 * request made under the same key is that one's, and stays.
 */
export const createInventoryLevelStep = createStep(
  createInventoryLevelStepId,
  async ({ idempotency_key, ...input }: CreateInventoryLevelInput, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    let isReplayed = false
    const level = await stock.createInventoryLevel(input, {
      ...askingOf(work, idempotency_key),
      on_replay: () => (isReplayed = true),
    })
    return new StepResponse(level, isReplayed ? null : level)
  },
  async (level, { container, ...work }) => {
    if (!level) return
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    await stock.items.takeBackLevel(level, askingOf(work))
  }
)
