import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hastenRefreshStep } from "./steps/hasten-refresh"
import { type SetLocationProfileInput, setLocationProfileStep } from "./steps/set-location-profile"

export const setLocationProfileWorkflowId = "set-location-profile-workflow"

/**
 * Says of a stock location what Medusa does not know: `{ location_id, code?, kind?, is_active?, priority?, backup_for? }`.
 * Result: the location with its profile. Compensated.
 *
 * Fails with location_not_found, duplicate_location_code, invalid_backup, invalid_location.
 */
export const setLocationProfileWorkflow = createWorkflow(
  setLocationProfileWorkflowId,
  (input: SetLocationProfileInput) => {
    const location = setLocationProfileStep(input)
    hastenRefreshStep()
    return new WorkflowResponse(location)
  }
)
