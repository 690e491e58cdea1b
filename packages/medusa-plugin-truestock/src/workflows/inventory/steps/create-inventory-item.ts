import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryItemInput,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { askingOf } from "../asking-of"

export const createInventoryItemStepId = "create-inventory-item"

export type CreateInventoryItemInput = InventoryItemInput & { idempotency_key?: string | null }

/**
 * Makes an inventory item; compensated by deleting it, unless it has a level by then. What an earlier request made under
 * the same key is that one's, and stays.
 */
export const createInventoryItemStep = createStep(
  createInventoryItemStepId,
  async ({ idempotency_key, ...input }: CreateInventoryItemInput, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    let isReplayed = false
    const item = await stock.createInventoryItem(input, {
      ...askingOf(work, idempotency_key),
      on_replay: () => (isReplayed = true),
    })
    return new StepResponse(item, isReplayed ? null : item)
  },
  async (item, { container, ...work }) => {
    if (!item) return
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    await stock.items.takeBack(item, askingOf(work))
  }
)
