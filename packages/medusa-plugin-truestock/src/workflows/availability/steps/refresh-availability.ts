import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"

export const refreshAvailabilityStepId = "refresh-availability"

/** Products decided in one transaction. */
const BATCH_SIZE = 500

/**
 * Decides the given products anew, batch by batch. There is nothing to compensate: a refresh only makes the read
 * model true, and what is true stays so when the workflow fails.
 */
export const refreshAvailabilityStep = createStep(
  refreshAvailabilityStepId,
  async ({ product_ids }: { product_ids: string[] }, { container }) => {
    const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
    const ids = [...new Set(product_ids)].sort()
    let changed = 0
    for (let from = 0; from < ids.length; from += BATCH_SIZE) {
      changed += (await availability.refresh(ids.slice(from, from + BATCH_SIZE))).length
    }
    return new StepResponse({ refreshed: ids.length, changed })
  }
)
