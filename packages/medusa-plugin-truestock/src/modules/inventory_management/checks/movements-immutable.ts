import { checkTriggers } from "../../../database/check-triggers"
import { guardTriggerSet } from "../guard/trigger-set"
import type { StockCheck } from "./check"

const TABLES = ["stock_movement", "stock_movement_reference"]

/** I11: no movement is ever changed or removed, because triggers refuse it. */
export const movementsImmutable: StockCheck = {
  name: "movements_immutable",
  run: async ({ connection }, examples) => {
    const verdict = await checkTriggers(
      connection,
      (schema) => {
        const { tables, ...set } = guardTriggerSet(schema)
        const ofLedger = Object.entries(tables).filter(([table]) => TABLES.includes(table))
        return { ...set, functions: {}, tables: Object.fromEntries(ofLedger) }
      },
      examples
    )
    return verdict.status === "ok"
      ? { status: "ok", summary: "Movements can neither be changed nor removed." }
      : verdict
  },
}
