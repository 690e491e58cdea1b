import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  type ReservationInput,
} from "../../../modules/inventory_management"
import { askingOf } from "../asking-of"

export const createReservationsStepId = "create-reservations"

export type CreateReservationsInput = {
  /** One decision: all of them or none. */
  reservations: ReservationInput[]
  idempotency_key?: string | null
}

/** What has happened to a reservation that is no longer there to be released. */
const IS_OVER = ["reservation_ended", "reservation_expired", "reservation_not_found"]

/**
 * Promises units; compensated by releasing them. What an earlier request made under the same key is not released: it
 * is that one's. Nor is what somebody has confirmed, released or let expire meanwhile.
 */
export const createReservationsStep = createStep(
  createReservationsStepId,
  async ({ reservations, idempotency_key }: CreateReservationsInput, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    let isReplayed = false
    const made = await stock.createReservation(reservations, {
      ...askingOf(work, idempotency_key),
      on_replay: () => (isReplayed = true),
    })
    return new StepResponse(made, isReplayed ? [] : made.map(({ id }) => id))
  },
  async (ids, { container, ...work }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    const context = { ...askingOf(work).context, is_compensation: true, gives_back_holds: true }
    for (const id of ids ?? []) {
      await stock.releaseReservation(id, { context }).catch((error: { code?: string }) => {
        if (!IS_OVER.includes(error.code ?? "")) throw error
      })
    }
  }
)
