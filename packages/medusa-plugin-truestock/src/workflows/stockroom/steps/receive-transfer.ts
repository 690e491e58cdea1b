import type { TransferReceipt } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const receiveTransferStepId = "receive-transfer"

export type ReceiveTransferInput = TransferReceipt & { id: string } & { idempotency_key?: string | null }

/** Receives what has come of a transfer. Not compensated: place it last. */
export const receiveTransferStep = stockStep(
  receiveTransferStepId,
  (stock, { id, idempotency_key: _, ...receipt }: ReceiveTransferInput, asking) =>
    stock.receiveTransfer(id, receipt, asking)
)
