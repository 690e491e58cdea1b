import type { TransferChange } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const changeTransferStepId = "change-transfer"

export type ChangeTransferInput = TransferChange & { id: string } & { idempotency_key?: string | null }

/** Changes a draft. Not compensated: place it last. */
export const changeTransferStep = stockStep(
  changeTransferStepId,
  (stock, { id, idempotency_key: _, ...change }: ChangeTransferInput, asking) =>
    stock.changeTransfer(id, change, asking)
)
