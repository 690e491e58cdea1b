import type { Incoming, IncomingInput } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const expectInventoryStepId = "expect-inventory"

export type ExpectInventoryInput = { rows: IncomingInput[] } & { idempotency_key?: string | null }

/** Notes deliveries that are expected; compensated by cancelling them. */
export const expectInventoryStep = stockStep(
  expectInventoryStepId,
  (stock, { rows }: ExpectInventoryInput, asking) => stock.expectInventory(rows, asking),
  async (stock, deliveries: Incoming[], asking) => {
    for (const { id } of deliveries) await stock.cancelIncoming(id, asking)
  }
)
