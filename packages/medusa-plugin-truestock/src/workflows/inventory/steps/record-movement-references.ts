import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
  type MovementReference,
} from "../../../modules/inventory_management"

export const recordMovementReferencesStepId = "record-movement-references"

type RecordMovementReferencesStepInput = { correlation_id: string; references: MovementReference[] }

/**
 * Appends to what is known of a piece of work's movements. There is nothing to compensate: references are never
 * removed, what is said here stays true when the workflow fails, and saying it again changes nothing.
 */
export const recordMovementReferencesStep = createStep(
  recordMovementReferencesStepId,
  async ({ correlation_id, references }: RecordMovementReferencesStepInput, { container }) => {
    const stock = container.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    return new StepResponse(await stock.addMovementReferences(correlation_id, references))
  }
)
