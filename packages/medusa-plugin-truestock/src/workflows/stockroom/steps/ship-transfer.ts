import type { Transfer } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const shipTransferStepId = "ship-transfer"

export type ShipTransferInput = { id: string } & { idempotency_key?: string | null }

/** Sends a transfer on its way; compensated by cancelling it, which gives its units back. */
export const shipTransferStep = stockStep(
  shipTransferStepId,
  (stock, { id }: ShipTransferInput, asking) => stock.shipTransfer(id, asking),
  (stock, { id }: Transfer, asking) => stock.cancelTransfer(id, asking)
)
