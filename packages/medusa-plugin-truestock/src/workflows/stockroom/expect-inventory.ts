import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { expectInventoryStep, type ExpectInventoryInput } from "./steps/expect-inventory"

export const expectInventoryWorkflowId = "expect-inventory-workflow"

/** Notes deliveries that are expected: their units are incoming. Result: the deliveries. Compensated. */
export const expectInventoryWorkflow = createWorkflow(
  expectInventoryWorkflowId,
  (input: ExpectInventoryInput) => {
    const done = expectInventoryStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
