import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"

export const hastenRefreshStepId = "hasten-refresh"

/** Lets the listing see a change of stock at once. It would at the next poll anyway, so nothing is to be compensated. */
export const hastenRefreshStep = createStep(hastenRefreshStepId, async (_: void, { container }) => {
  container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE).nudge()
  return new StepResponse()
})
