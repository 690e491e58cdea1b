import type { CostInput, CostOptions, ItemCost } from "../../../modules/inventory_management"
import { stockStep } from "../../stockroom/steps/stock-step"

export const setCostsStepId = "set-costs"

/** `costs`, or `csv`, the text of a file. */
export type SetCostsInput = CostOptions &
  ({ costs: CostInput[] } | { csv: string }) & {
    idempotency_key?: string | null
  }

/** Sets what items cost; compensated by taking the costs back with which nothing has been reckoned since. */
export const setCostsStep = stockStep(
  setCostsStepId,
  (stock, { idempotency_key: _, reason, ...given }: SetCostsInput, asking) =>
    "csv" in given
      ? stock.costs.setFromCsv(given.csv, { reason }, asking)
      : stock.costs.set(given.costs, { reason }, asking),
  (stock, set: ItemCost[], asking) =>
    stock.costs.takeBack(
      set.map(({ id }) => id),
      asking
    )
)
