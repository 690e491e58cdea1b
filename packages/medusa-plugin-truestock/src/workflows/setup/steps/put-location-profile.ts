import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import type { LocationProfile } from "../../../modules/inventory_management/setup/sql/put-location-profile"

export const putLocationProfileStepId = "put-location-profile"

/** Gives a stock location its code and kind; a profile that was not there before is taken away again when a later step fails. */
export const putLocationProfileStep = createStep(
  putLocationProfileStepId,
  async (profile: LocationProfile, { container }) => {
    const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    const isNew = await setup.putLocationProfile(profile)
    return new StepResponse(profile, isNew ? profile.location_id : null)
  },
  async (location_id, { container }) => {
    if (!location_id) return
    const { setup } = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    await setup.removeLocationProfile(location_id)
  }
)
