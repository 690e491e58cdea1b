import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { MovementReference } from "../../modules/inventory_management"
import { recordMovementReferencesStep } from "./steps/record-movement-references"

export const recordMovementReferencesWorkflowId = "record-movement-references-workflow"

export type RecordMovementReferencesInput = {
  /** The event group of the workflow that moved the stock. */
  correlation_id: string
  references: MovementReference[]
  /** An order that was placed by that workflow: the cart it came from is a reference, too. */
  placed_order_id?: string
}

/** Says what the movements of one of core's workflows belong to. Result: how many references were new. */
export const recordMovementReferencesWorkflow = createWorkflow(
  recordMovementReferencesWorkflowId,
  (input: RecordMovementReferencesInput) => {
    const placed = when(input, ({ placed_order_id }) => placed_order_id !== undefined).then(() =>
      useQueryGraphStep({
        entity: "order_cart",
        fields: ["cart_id"],
        filters: { order_id: input.placed_order_id },
      })
    )
    const references = transform({ input, placed }, ({ input, placed }) => [
      ...input.references,
      ...(placed?.data ?? []).map(({ cart_id }) => ({ type: "cart" as const, id: cart_id })),
    ])
    return new WorkflowResponse(
      recordMovementReferencesStep({ correlation_id: input.correlation_id, references })
    )
  }
)
