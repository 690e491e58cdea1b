import { stockStep } from "./stock-step"

export const cancelTransferStepId = "cancel-transfer"

export type CancelTransferInput = { id: string } & { idempotency_key?: string | null }

/** Cancels a transfer; what is on its way goes back. Not compensated: place it last. */
export const cancelTransferStep = stockStep(
  cancelTransferStepId,
  (stock, { id }: CancelTransferInput, asking) => stock.cancelTransfer(id, asking)
)
