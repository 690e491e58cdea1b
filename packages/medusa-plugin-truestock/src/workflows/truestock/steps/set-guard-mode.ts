import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type GuardMode,
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"

/** Changes what the guard does; compensated by the mode that held before. */
export const setGuardModeStep = createStep(
  "set-guard-mode",
  async ({ mode }: { mode: GuardMode }, { container }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    const before = await stock.setGuardMode(mode)
    return new StepResponse({ guard_mode: mode }, before)
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
        .setGuardMode(before)
    }
  }
)
