import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  AVAILABILITY_MODULE,
  type AvailabilityModuleService,
  type PolicyInput,
} from "../../../modules/availability"

export const setAvailabilityPolicyStepId = "set-availability-policy"

/** Changes fields of a policy; compensated by giving exactly those what they said before. */
export const setAvailabilityPolicyStep = createStep(
  setAvailabilityPolicyStepId,
  async (input: PolicyInput, { container }) => {
    const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
    const { result, previous } = await availability.exchangePolicy(input)
    return new StepResponse(result, previous)
  },
  async (previous, { container }) => {
    if (previous) {
      const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
      await availability.restorePolicy(previous)
    }
  }
)
