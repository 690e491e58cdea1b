import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type ExtendReservationInput, extendReservationStep } from "./steps/extend-reservation"
import { hastenRefreshStep } from "./steps/hasten-refresh"

export const extendReservationWorkflowId = "extend-reservation-workflow"

/** Lets a hold last longer, never shorter, up to its latest time. Result: the reservation. Not compensated. */
export const extendReservationWorkflow = createWorkflow(
  extendReservationWorkflowId,
  (input: ExtendReservationInput) => {
    const done = extendReservationStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
