import { AsyncLocalStorage } from "node:async_hooks"
import type { MovementContext } from "./modules/inventory_management/movement"

/** Why somebody has core change stock: what core's own workflows cannot be told. */
export type Because = Pick<MovementContext, "reason" | "note">

const KEY = Symbol.for("truestock.because")

/** One per process, however often this file is loaded: a script may come from another copy than the shop's plugin. */
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Because> }
const reasons = (shared[KEY] ??= new AsyncLocalStorage<Because>())

/** Runs some work; what core changes in the stock meanwhile carries the reason in the ledger. */
export function because<Result>(why: Because, work: () => Result): Result {
  return reasons.run(why, work)
}

/** Why what is running now is done; undefined where nobody said. */
export function currentReason(): Because | undefined {
  return reasons.getStore()
}
