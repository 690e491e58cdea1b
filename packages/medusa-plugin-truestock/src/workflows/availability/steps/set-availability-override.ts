import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  AVAILABILITY_MODULE,
  type AvailabilityModuleService,
  type OverrideInput,
} from "../../../modules/availability"

export const setAvailabilityOverrideStepId = "set-availability-override"

/** Sets a manual override; compensated by putting back the one that stood there, or none. */
export const setAvailabilityOverrideStep = createStep(
  setAvailabilityOverrideStepId,
  async (input: OverrideInput, { container }) => {
    const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
    const { result, previous } = await availability.exchangeOverride(input, input)
    const { product_id, variant_id, sales_channel_id } = input
    return new StepResponse(result, { scope: { product_id, variant_id, sales_channel_id }, previous })
  },
  async (before, { container }) => {
    if (before) {
      const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
      await availability.restoreOverride(before.scope, before.previous)
    }
  }
)
