import {
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import type { CreateStockLocationInput } from "@medusajs/framework/types"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { PlannedLocation } from "../../modules/inventory_management"
import { hastenRefreshStep } from "../inventory/steps/hasten-refresh"
import { setLocationProfileStep } from "../inventory/steps/set-location-profile"

export const setUpLocationWorkflowId = "set-up-location-workflow"

/**
 * Creates a stock location where it is missing, gives it its code and kind, and has its sales channels sell from it.
 * Result: its id. Compensated.
 */
export const setUpLocationWorkflow = createWorkflow(setUpLocationWorkflowId, (input: PlannedLocation) => {
  const created = when("location-is-missing", input, ({ location_id }) => location_id === null).then(() =>
    createStockLocationsWorkflow.runAsStep({
      input: transform({ input }, ({ input: { name, address } }) => ({
        locations: [{ name, ...(address && { address }) } as CreateStockLocationInput],
      })),
    })
  )
  const location_id = transform(
    { input, created },
    ({ input, created }) => input.location_id ?? created![0]!.id
  )
  setLocationProfileStep(
    transform({ input, location_id }, ({ input: { code, kind }, location_id }) => ({
      location_id,
      code,
      ...(kind && { kind }),
    }))
  )
  linkSalesChannelsToStockLocationWorkflow.runAsStep({
    input: transform({ input, location_id }, ({ input, location_id }) => ({
      id: location_id,
      add: input.add_channels,
    })),
  })
  hastenRefreshStep()
  return new WorkflowResponse(location_id)
})
