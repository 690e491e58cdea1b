import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Examination } from "../../../health"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"

/** The checks of change feed and drain. Changes nothing. */
export const diagnoseAvailabilityStep = createStep(
  "diagnose-availability",
  async (examination: Examination, { container }) => {
    const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
    return new StepResponse(await availability.diagnose(examination))
  }
)
