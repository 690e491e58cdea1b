import { levelOf } from "../checks/check"
import { misreservedAs } from "../checks/reserved-quantity"
import { findMisreservedLevels, type MisreservedLevel } from "../sql/find-misreserved-levels"
import { lockRow } from "../sql/lock-row"
import { mendReservedQuantity } from "../sql/mend-reserved-quantity"
import { sayWhy } from "../sql/say-why"
import type { RepairDefinition } from "./repair"

/** reserved_quantity off the live reservations, or a drift that does not say by how much. */
export const reservedQuantity: RepairDefinition<MisreservedLevel> = {
  find: findMisreservedLevels,
  describe: (row) =>
    row.excess === "0"
      ? `${levelOf(row)}: set the guard's drift from ${row.drift} to 0 (${misreservedAs(row)})`
      : `${levelOf(row)}: set reserved_quantity from ${row.reserved} to ${row.live} (${misreservedAs(row)})`,
  lock: (tx, row) => lockRow(tx, "inventory_level", row.level_id),
  premise: ["excess"],
  mend: async (tx, row) => {
    const note = `reserved_quantity set to the live reservations: it said ${row.excess} too much`
    await sayWhy(tx, { reason: "correction", note })
    await mendReservedQuantity(tx, row.level_id)
  },
}
