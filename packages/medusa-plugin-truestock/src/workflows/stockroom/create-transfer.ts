import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { createTransferStep, type CreateTransferInput } from "./steps/create-transfer"

export const createTransferWorkflowId = "create-transfer-workflow"

/** Drafts a transfer between two locations; it touches no stock. Result: the transfer. Compensated. */
export const createTransferWorkflow = createWorkflow(
  createTransferWorkflowId,
  (input: CreateTransferInput) => {
    const done = createTransferStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
