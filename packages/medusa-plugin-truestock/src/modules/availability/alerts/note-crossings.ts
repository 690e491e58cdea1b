import type { Transaction } from "../../../database/connection"
import type { TruestockOptions } from "../../../options"
import type { StockFacts } from "../facts"
import { crossingOf, judgeStock } from "./judge-stock"
import { replaceStates } from "./sql/replace-states"
import { writeAlerts } from "./sql/write-alerts"

/**
 * Part of each refresh, in its transaction and under its locks: how the products' variants stand now, and an alert for
 * each that has crossed a line since the last refresh. A variant that is met for the first time crosses nothing, so
 * that filling or rebuilding the read model tells nobody anything.
 */
export async function noteCrossings(
  tx: Transaction,
  productIds: string[],
  facts: StockFacts[],
  now: Date,
  options: TruestockOptions
): Promise<void> {
  const judged = facts.flatMap((product) => judgeStock(product, now, options))
  const changed = await replaceStates(tx, productIds, judged)
  const crossings = changed.flatMap((variant) => {
    const kind = crossingOf(variant.before, variant.state)
    if (kind === null || variant.state === null) return []
    const { product_id, variant_id, quantity, threshold } = variant
    return [{ kind, product_id, variant_id, quantity, threshold }]
  })
  if (crossings.length > 0) await writeAlerts(tx, crossings)
}
