import { findObservations } from "../sql/find-observations"
import { readGuardMode } from "../sql/guard-mode"
import { counted, type StockCheck } from "./check"

const ENFORCE = "`truestock guard-mode enforce` makes it refuse."

/** The guard refuses what is not there. */
export const guardMode: StockCheck = {
  name: "guard_mode",
  run: async ({ connection }, examples) => {
    const mode = await readGuardMode(connection)
    if (mode === "enforce")
      return { status: "ok", summary: "The guard refuses promises that stock does not cover." }
    if (mode === "off") {
      return {
        status: "warning",
        summary: `The guard is off: core counts reservations as it does by itself. ${ENFORCE}`,
      }
    }
    const { count, rows } = await findObservations(connection, examples)
    return {
      status: "warning",
      summary: `The guard only observes: it would have refused ${counted(count, "promise", "promises")} in the last 30 days. ${ENFORCE}`,
      count,
      examples: rows.map(
        ({ code, inventory_item_id, location_id, requested, available }) =>
          `${code}: ${requested} of item ${inventory_item_id} at ${location_id}, ${available ?? "none"} available`
      ),
    }
  },
}
