import { createWorkflow, parallelize, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type Examination, type Health, worstOf } from "../../health"
import { diagnoseAvailabilityStep } from "./steps/diagnose-availability"
import { diagnoseInventoryStep } from "./steps/diagnose-inventory"
import { inspectLockingStep } from "./steps/inspect-locking"

export const diagnoseStockWorkflowId = "diagnose-stock-workflow"

/** Looks at everything that keeps stock true, and, where deep, whether it is. Changes nothing. */
export const diagnoseStockWorkflow = createWorkflow(diagnoseStockWorkflowId, (input: Examination) => {
  const [inventory, availability, locking] = parallelize(
    diagnoseInventoryStep(input),
    diagnoseAvailabilityStep(input),
    inspectLockingStep()
  )
  const health = transform(
    { inventory, availability, locking },
    ({ inventory, availability, locking }): Health => {
      const checks = [...inventory.checks, ...availability, locking]
      return {
        status: worstOf(checks),
        guard_mode: inventory.guard_mode,
        checked_at: new Date().toISOString(),
        checks,
      }
    }
  )
  return new WorkflowResponse(health)
})
