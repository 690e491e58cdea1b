import type { Count, CountInput } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const openCountStepId = "open-count"

export type OpenCountInput = CountInput & { idempotency_key?: string | null }

/** Opens a stock count; compensated by cancelling it. */
export const openCountStep = stockStep(
  openCountStepId,
  (stock, { idempotency_key: _, ...count }: OpenCountInput, asking) => stock.openCount(count, asking),
  (stock, { id }: Count, asking) => stock.cancelCount(id, asking)
)
