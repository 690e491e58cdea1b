import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { receiveTransferStep, type ReceiveTransferInput } from "./steps/receive-transfer"

export const receiveTransferWorkflowId = "receive-transfer-workflow"

/** Receives what has come of a transfer, or all; with `is_final` the rest is lost. Result: the transfer. Not compensated. */
export const receiveTransferWorkflow = createWorkflow(
  receiveTransferWorkflowId,
  (input: ReceiveTransferInput) => {
    const done = receiveTransferStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(done)
  }
)
