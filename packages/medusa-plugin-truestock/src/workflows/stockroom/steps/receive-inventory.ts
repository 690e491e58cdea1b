import type { ReceiptInput, ReceiptOptions, Received } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const receiveInventoryStepId = "receive-inventory"

export type ReceiveInventoryInput = ReceiptOptions & { rows: ReceiptInput[] } & {
  idempotency_key?: string | null
}

/** Stocks units that have come; compensated by taking them from the stock again. A delivery stays received. */
export const receiveInventoryStep = stockStep(
  receiveInventoryStepId,
  (stock, { rows, idempotency_key: _, ...options }: ReceiveInventoryInput, asking) =>
    stock.receiveInventory(rows, options, asking),
  (stock, received: Received[], asking) =>
    stock.adjustInventory(
      received.map(({ inventory_item_id, location_id, quantity }) => ({
        ...{ inventory_item_id, location_id, adjustment: -quantity },
      })),
      { allow_shortfall: true, note: "Takes back a receipt: a later step of the workflow failed." },
      asking
    )
)
