import { gapsOf } from "../checks/ledger-balance"
import { levelOf } from "../checks/check"
import { findUnbalancedLevels, type UnbalancedLevel } from "../sql/find-unbalanced-levels"
import { lockRow } from "../sql/lock-row"
import { mendBooks } from "../sql/mend-books"
import type { RepairDefinition } from "./repair"

/** Changes that the ledger did not see. The table is what is; the books are brought to it. */
export const books: RepairDefinition<UnbalancedLevel> = {
  find: findUnbalancedLevels,
  describe: (row) => `${levelOf(row)}: record what the ledger did not see: ${gapsOf(row)}`,
  lock: (tx, row) => lockRow(tx, "inventory_level", row.level_id),
  premise: ["stocked_gap", "reserved_gap", "incoming_gap"],
  mend: (tx, row) =>
    mendBooks(tx, row, "Recorded by recalculate-inventory: changed while the ledger's triggers were away"),
}
