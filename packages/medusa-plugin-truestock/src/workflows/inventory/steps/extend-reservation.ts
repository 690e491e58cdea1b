import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { askingOf } from "../asking-of"

export const extendReservationStepId = "extend-reservation"

export type ExtendReservationInput = {
  id: string
  ttl_seconds?: number
  expires_at?: Date | string
  idempotency_key?: string | null
}

/**
 * Lets a hold last longer. Not compensated: a hold never gets shorter, since its holder may have been told how long
 * it lasts; and left alone it ends by itself.
 */
export const extendReservationStep = createStep(
  extendReservationStepId,
  async ({ id, idempotency_key, ...until }: ExtendReservationInput, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    return new StepResponse(await stock.extendReservation(id, until, askingOf(work, idempotency_key)))
  }
)
