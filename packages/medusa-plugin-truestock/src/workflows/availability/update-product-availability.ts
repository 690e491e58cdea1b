import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { AvailabilityStatus } from "../../modules/availability"
import { calculateProductAvailabilityStep } from "./steps/calculate-product-availability"
import { setAvailabilityOverrideStep } from "./steps/set-availability-override"

export const updateProductAvailabilityWorkflowId = "update-product-availability-workflow"

export type UpdateProductAvailabilityInput = {
  product_id: string
  /** Given: a manual override until cleared. Left out: the rules decide. */
  status?: AvailabilityStatus | null
  notes?: string | null
  /** Who says so, e.g. a user id. */
  set_by?: string | null
}

/** Anything but nothing is a status, and refused when it is not a known one. */
const isGiven = (status: unknown) => status !== undefined && status !== null

/**
 * Sets a product's availability by hand, or lets the rules decide it now.
 * Result `{ product_id, status, updated }`; fails with `Product <id> not found`; an override is compensated.
 */
export const updateProductAvailabilityWorkflow = createWorkflow(
  updateProductAvailabilityWorkflowId,
  (input: UpdateProductAvailabilityInput) => {
    const forced = when("status-is-given", { input }, ({ input }) => isGiven(input.status)).then(() =>
      setAvailabilityOverrideStep(
        transform({ input }, ({ input }) => ({ ...input, status: input.status as AvailabilityStatus }))
      )
    )
    const calculated = when("status-is-left-out", { input }, ({ input }) => !isGiven(input.status)).then(() =>
      calculateProductAvailabilityStep({ product_id: input.product_id })
    )
    return new WorkflowResponse(
      transform({ forced, calculated }, (done) => (done.forced ?? done.calculated)!)
    )
  }
)
