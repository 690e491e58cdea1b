import { findContradictoryHolds } from "../sql/find-contradictory-holds"
import { counted, type StockCheck, verdictOf } from "./check"

const WHY = {
  reserved_too: "is reserved under the same id, and was not confirmed",
  expired_early: "was ended as expired before its time",
  ended_late: "was confirmed or released after it had expired",
  not_reserved: "was taken by an order that never reserved it",
}

/** A hold ends once: confirmed, released or expired. */
export const holdsEndOnce: StockCheck = {
  name: "holds_end_once",
  deep: true,
  run: async ({ connection }, examples) =>
    verdictOf(await findContradictoryHolds(connection, { most: examples }), {
      ok: "Every hold is live, or ended once.",
      status: "error",
      summary: (count) =>
        `${counted(count, "hold contradicts", "holds contradict")} the reservations. Somebody wrote to inventory_hold or reservation_item past the guard; compare them with the movements.`,
      example: (row) =>
        `hold ${row.hold_id} of ${row.quantity} units of item ${row.inventory_item_id} at ${row.location_id} ${WHY[row.why]}`,
    }),
}
