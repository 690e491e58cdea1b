import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  type LocationProfile,
} from "../../../modules/inventory_management"

export const setLocationProfileStepId = "set-location-profile"

/** What is left out stays; null clears a code, or ends a backup. */
export type SetLocationProfileInput = { location_id: string } & Partial<LocationProfile>

/** Changes fields of a location's profile; compensated by giving exactly those what they said before. */
export const setLocationProfileStep = createStep(
  setLocationProfileStepId,
  async ({ location_id, ...change }: SetLocationProfileInput, { container }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    const { location, previous } = await stock.exchangeLocation(location_id, change)
    return new StepResponse(location, { location_id, previous })
  },
  async (done, { container }) => {
    if (!done) return
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    await stock.setLocation(done.location_id, done.previous)
  }
)
