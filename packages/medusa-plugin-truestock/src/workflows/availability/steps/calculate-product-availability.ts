import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"

export const calculateProductAvailabilityStepId = "calculate-product-availability"

/** Lets the rules decide one product, now. Nothing to compensate, see refresh-availability. */
export const calculateProductAvailabilityStep = createStep(
  calculateProductAvailabilityStepId,
  async ({ product_id }: { product_id: string }, { container }) => {
    const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
    return new StepResponse(await availability.updateProductAvailability(product_id))
  }
)
