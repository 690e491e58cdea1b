import { findKnownDrift } from "../sql/find-known-drift"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** What the guard knows of wrong reserved_quantity, at no cost. The deep check `reserved_quantity` counts anew. */
export const knownDrift: StockCheck = {
  name: "known_drift",
  run: async ({ connection }, examples) =>
    verdictOf(await findKnownDrift(connection, examples), {
      ok: "The guard knows of no level whose reserved_quantity is wrong.",
      status: "warning",
      summary: (count) =>
        `${counted(count, "level has", "levels have")} a reserved_quantity that its reservations do not explain. The guard reckons with it; core shows it. \`truestock recalculate-inventory\` mends it.`,
      example: (row) => `${levelOf(row)}: ${row.drift} too much`,
    }),
}
