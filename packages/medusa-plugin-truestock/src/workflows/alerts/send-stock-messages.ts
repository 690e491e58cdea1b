import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sendStockMessagesStep, type SendStockMessagesInput } from "./steps/send-stock-messages"

export const sendStockMessagesWorkflowId = "send-stock-messages-workflow"

/**
 * Sends claimed messages through Medusa's Notification Module. Result: `{ sent, failed }`; what failed is tried again
 * later by whoever claims it then.
 */
export const sendStockMessagesWorkflow = createWorkflow(
  sendStockMessagesWorkflowId,
  (input: SendStockMessagesInput) => new WorkflowResponse(sendStockMessagesStep(input))
)
