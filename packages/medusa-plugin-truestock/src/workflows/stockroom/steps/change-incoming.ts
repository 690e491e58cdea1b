import type { IncomingChange } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const changeIncomingStepId = "change-incoming"

export type ChangeIncomingInput = IncomingChange & { id: string } & { idempotency_key?: string | null }

/** Changes a delivery that is expected. Not compensated: place it last. */
export const changeIncomingStep = stockStep(
  changeIncomingStepId,
  (stock, { id, idempotency_key: _, ...change }: ChangeIncomingInput, asking) =>
    stock.changeIncoming(id, change, asking)
)
