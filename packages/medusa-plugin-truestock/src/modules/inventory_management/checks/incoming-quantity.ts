import { findMissingIncoming } from "../sql/find-missing-incoming"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** What deliveries and transfers announce is incoming. */
export const incomingQuantity: StockCheck = {
  name: "incoming_quantity",
  deep: true,
  run: async ({ connection }, examples) =>
    verdictOf(await findMissingIncoming(connection, examples), {
      ok: "What deliveries and transfers announce is incoming.",
      status: "warning",
      summary: (count) =>
        `${counted(count, "level has", "levels have")} fewer units incoming than deliveries and transfers announce: somebody else has written incoming_quantity.`,
      example: (row) => `${levelOf(row)}: incoming ${row.incoming}, announced ${row.announced}`,
    }),
}
