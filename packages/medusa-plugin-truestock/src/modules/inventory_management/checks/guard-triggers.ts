import { checkTriggers } from "../../../database/check-triggers"
import { guardTriggerSet } from "../guard/trigger-set"
import type { StockCheck } from "./check"

/** Guard and ledger are attached, enabled and of this version. */
export const guardTriggers: StockCheck = {
  name: "guard_triggers",
  run: ({ connection }, examples) => checkTriggers(connection, guardTriggerSet, examples),
}
