import { findUnmatchedMovements } from "../sql/find-unmatched-movements"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** Every movement of an order workflow says which order it belongs to. */
export const unmatchedMovements: StockCheck = {
  name: "unmatched_movements",
  deep: true,
  run: async ({ connection }, examples) =>
    verdictOf(await findUnmatchedMovements(connection, examples), {
      ok: "Every fulfilment and return in the books says where it belongs.",
      status: "warning",
      summary: (count) =>
        `${counted(count, "movement", "movements")} of order workflows without an order: the event that would have said it was lost, or another program wrote them.`,
      example: (row) => `movement ${row.movement_id} (${row.kind} ${row.stocked_delta}) of ${levelOf(row)}`,
    }),
}
