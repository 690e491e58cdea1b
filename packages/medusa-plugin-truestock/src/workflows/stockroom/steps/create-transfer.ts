import type { Transfer, TransferInput } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const createTransferStepId = "create-transfer"

export type CreateTransferInput = TransferInput & { idempotency_key?: string | null }

/** Drafts a transfer; compensated by cancelling it. */
export const createTransferStep = stockStep(
  createTransferStepId,
  (stock, { idempotency_key: _, ...transfer }: CreateTransferInput, asking) =>
    stock.createTransfer(transfer, asking),
  (stock, { id }: Transfer, asking) => stock.cancelTransfer(id, asking)
)
