import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type ConfirmReservationInput, confirmReservationStep } from "./steps/confirm-reservation"
import { hastenRefreshStep } from "./steps/hasten-refresh"

export const confirmReservationWorkflowId = "confirm-reservation-workflow"

/**
 * Makes a hold firm: its units stay reserved for the order, or with `consume` leave the stock. Result: the reservation.
 * Not compensated (steps/confirm-reservation.ts).
 */
export const confirmReservationWorkflow = createWorkflow(
  confirmReservationWorkflowId,
  (input: ConfirmReservationInput) => {
    const done = confirmReservationStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
