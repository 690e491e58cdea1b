import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type ReleaseReservationInput, releaseReservationStep } from "./steps/release-reservation"
import { hastenRefreshStep } from "./steps/hasten-refresh"

export const releaseReservationWorkflowId = "release-reservation-workflow"

/** Gives the units of a hold, or of a reservation of core's, back. Result: the reservation as it was. Not compensated. */
export const releaseReservationWorkflow = createWorkflow(
  releaseReservationWorkflowId,
  (input: ReleaseReservationInput) => {
    const done = releaseReservationStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
