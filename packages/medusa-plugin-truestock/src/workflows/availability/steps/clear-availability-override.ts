import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"

export const clearAvailabilityOverrideStepId = "clear-availability-override"

/** Which override: no variant = the product's, no channel = the one for all channels. */
export type ClearAvailabilityOverrideInput = {
  product_id: string
  variant_id?: string | null
  sales_channel_id?: string | null
}

/** Clears a manual override; compensated by putting it back. */
export const clearAvailabilityOverrideStep = createStep(
  clearAvailabilityOverrideStepId,
  async (scope: ClearAvailabilityOverrideInput, { container }) => {
    const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
    const { result, previous } = await availability.exchangeOverride(scope, null)
    return new StepResponse(result, { scope, previous })
  },
  async (before, { container }) => {
    if (before) {
      const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
      await availability.restoreOverride(before.scope, before.previous)
    }
  }
)
