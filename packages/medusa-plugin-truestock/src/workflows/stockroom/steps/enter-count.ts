import type { CountEntry } from "../../../modules/inventory_management"
import { stockStep } from "./stock-step"

export const enterCountStepId = "enter-count"

export type EnterCountInput = { id: string; lines: CountEntry[]; counted_by?: string | null } & {
  idempotency_key?: string | null
}

/** Enters what was counted. Not compensated: enter it again. */
export const enterCountStep = stockStep(
  enterCountStepId,
  (stock, { id, lines, counted_by }: EnterCountInput, asking) =>
    stock.enterCount(id, lines, counted_by, asking)
)
