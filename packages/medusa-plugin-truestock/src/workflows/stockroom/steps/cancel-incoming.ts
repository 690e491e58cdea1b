import { stockStep } from "./stock-step"

export const cancelIncomingStepId = "cancel-incoming"

export type CancelIncomingInput = { id: string } & { idempotency_key?: string | null }

/** What is left of a delivery is not expected any more. Not compensated: place it last. */
export const cancelIncomingStep = stockStep(
  cancelIncomingStepId,
  (stock, { id }: CancelIncomingInput, asking) => stock.cancelIncoming(id, asking)
)
