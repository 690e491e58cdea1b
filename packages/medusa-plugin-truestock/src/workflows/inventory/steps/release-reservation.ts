import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { askingOf } from "../asking-of"

export const releaseReservationStepId = "release-reservation"

export type ReleaseReservationInput = { id: string; idempotency_key?: string | null }

/** Gives units back. Not compensated: they may be promised to somebody else from the same moment on. */
export const releaseReservationStep = createStep(
  releaseReservationStepId,
  async ({ id, idempotency_key }: ReleaseReservationInput, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    return new StepResponse(await stock.releaseReservation(id, askingOf(work, idempotency_key)))
  }
)
