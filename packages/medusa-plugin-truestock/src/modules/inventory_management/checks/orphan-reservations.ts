import { findOrphanReservations, type OrphanReservation } from "../sql/find-orphan-reservations"
import { counted, type StockCheck, verdictOf } from "./check"

/** Every live reservation of an order line still has its order. */
export const orphanReservations: StockCheck = {
  name: "orphan_reservations",
  deep: true,
  run: async ({ connection }, examples) =>
    verdictOf(await findOrphanReservations(connection, { most: examples }), {
      ok: "Every reservation of an order has its order.",
      status: "error",
      summary: (count) =>
        `${counted(count, "reservation keeps", "reservations keep")} units for orders that need none. \`truestock recalculate-inventory --release-orphans\` releases them.`,
      example: (row) =>
        `${orphanOf(row)}: ${row.quantity} units of item ${row.inventory_item_id} at ${row.location_id}`,
    }),
}

export function orphanOf(row: OrphanReservation): string {
  const why = {
    line_gone: `its order line ${row.line_item_id} is gone`,
    order_gone: `the order of its line ${row.line_item_id} is gone`,
    order_cancelled: `its order ${row.order_id} is cancelled`,
  }[row.why]
  return `reservation ${row.reservation_id} (${why})`
}
