import { orphanOf } from "../checks/orphan-reservations"
import { findOrphanReservations, type OrphanReservation } from "../sql/find-orphan-reservations"
import { lockRow } from "../sql/lock-row"
import { releaseReservation } from "../sql/release-reservation"
import { sayWhy } from "../sql/say-why"
import type { RepairDefinition } from "./repair"

/** Reservations of orders that need none. Made only when asked for: somebody may hold them on purpose. */
export const orphanReservation: RepairDefinition<OrphanReservation> = {
  find: findOrphanReservations,
  describe: (row) =>
    `${orphanOf(row)}: release its ${row.quantity} units of item ${row.inventory_item_id} at ${row.location_id}`,
  // Reservations first, levels after (the trigger's part): the order of everybody.
  lock: (tx, row) => lockRow(tx, "reservation_item", row.reservation_id),
  premise: ["quantity", "location_id", "why"],
  mend: async (tx, row) => {
    await sayWhy(tx, { reason: "correction", note: `Released by recalculate-inventory: ${orphanOf(row)}` })
    await releaseReservation(tx, row.reservation_id)
  },
}
