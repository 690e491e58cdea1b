import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Examination } from "../../../health"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"

/** The checks of guard, ledger and quantities, and the guard's mode. Changes nothing. */
export const diagnoseInventoryStep = createStep(
  "diagnose-inventory",
  async (examination: Examination, { container }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    const checks = await stock.diagnose(examination)
    return new StepResponse({ checks, guard_mode: await stock.retrieveGuardMode() })
  }
)
