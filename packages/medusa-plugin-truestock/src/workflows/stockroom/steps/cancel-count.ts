import { stockStep } from "./stock-step"

export const cancelCountStepId = "cancel-count"

export type CancelCountInput = { id: string } & { idempotency_key?: string | null }

/** Cancels a count. Not compensated: place it last. */
export const cancelCountStep = stockStep(cancelCountStepId, (stock, { id }: CancelCountInput, asking) =>
  stock.cancelCount(id, asking)
)
