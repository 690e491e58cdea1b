import { counted, type StockCheck } from "./check"

/** Core's inventory service, as this shop uses it, locks the levels before it reads them. */
export const lockFirst: StockCheck = {
  name: "lock_first",
  run: async ({ lockFirstState }, examples) => {
    const state = lockFirstState()
    const methods = Object.keys(state)
    if (methods.length === 0) {
      return { status: "error", summary: "No inventory service was found in this shop." }
    }
    const unknown = methods.filter((name) => state[name] === "unknown_method")
    if (unknown.length === 0) {
      return { status: "ok", summary: `${methods.length} methods of the inventory service lock first.` }
    }
    return {
      status: "error",
      summary: `${counted(unknown.length, "method of the inventory service does", "methods of the inventory service do")} not lock first: concurrent changes may meet refusals or deadlocks. Use a Medusa version that Truestock supports, and no service that replaces these.`,
      count: unknown.length,
      examples: unknown.slice(0, examples),
    }
  },
}
