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
    const previous = await availability.getOverride(input)
    const result = await availability.setOverride(input)
    return new StepResponse(result, { scope: scopeOf(input), previous })
  },
  async (before, { container }) => {
    if (before) {
      const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
      await availability.restoreOverride(
        before.scope,
        before.previous && { ...before.previous, expires_at: asDate(before.previous.expires_at) }
      )
    }
  }
)

function scopeOf({ product_id, variant_id, sales_channel_id }: OverrideInput) {
  return { product_id, variant_id, sales_channel_id }
}

/** A workflow engine may have kept the value as JSON. */
function asDate(value: Date | string | null): Date | null {
  return value === null ? null : new Date(value)
}
