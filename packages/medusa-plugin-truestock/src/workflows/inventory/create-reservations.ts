import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type CreateReservationsInput, createReservationsStep } from "./steps/create-reservations"
import { hastenRefreshStep } from "./steps/hasten-refresh"

// Core's own workflow has the plain name.
export const createReservationsWorkflowId = "truestock-create-reservations-workflow"

/**
 * Promises units: a reservation that expires is a hold, any other one of core's; several are one decision. Result: the
 * reservations, in the order of the input. Compensated by releasing them.
 */
export const createReservationsWorkflow = createWorkflow(
  createReservationsWorkflowId,
  (input: CreateReservationsInput) => {
    const done = createReservationsStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
