import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  type Opening,
} from "../../../modules/inventory_management"

export const readOpeningsStepId = "read-openings"

/** What is to be stocked, by the items that the variants have by now. Changes nothing. */
export const readOpeningsStep = createStep(readOpeningsStepId, async (openings: Opening[], { container }) => {
  const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  return new StepResponse(await setup.readOpenings(openings))
})
