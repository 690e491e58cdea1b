import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { askingOf } from "../asking-of"

export const confirmReservationStepId = "confirm-reservation"

export type ConfirmReservationInput = {
  id: string
  /** Units to keep; the rest is free. Default: all. */
  quantity?: number | null
  /** Takes the units from the stock at once, as fulfilment does. */
  consume?: boolean
  line_item_id?: string | null
  idempotency_key?: string | null
}

/**
 * Makes a hold firm. Not compensated: the hold's time may have passed, the rest of a partial confirmation may be
 * somebody else's by now, and consumed units have left the shelf. Whoever gives up releases the reservation.
 */
export const confirmReservationStep = createStep(
  confirmReservationStepId,
  async ({ id, idempotency_key, ...how }: ConfirmReservationInput, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    return new StepResponse(await stock.confirmReservation(id, how, askingOf(work, idempotency_key)))
  }
)
