import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { GuardMode } from "../../modules/inventory_management"
import { setGuardModeStep } from "./steps/set-guard-mode"

export const setGuardModeWorkflowId = "set-guard-mode-workflow"

/** Changes what the guard does with a promise that stock does not cover, for every process at once. */
export const setGuardModeWorkflow = createWorkflow(
  setGuardModeWorkflowId,
  (input: { mode: GuardMode }) => new WorkflowResponse(setGuardModeStep(input))
)
