import { levelOf } from "../checks/check"
import { findUnequalRaws, type UnequalRaws } from "../sql/find-unequal-raws"
import { lockRow } from "../sql/lock-row"
import { mendRawQuantities } from "../sql/mend-raw-quantities"
import type { RepairDefinition } from "./repair"

/** JSON twins that say something else than the numbers, which guard, ledger and listing go by. */
export const rawQuantities: RepairDefinition<UnequalRaws> = {
  find: findUnequalRaws,
  describe: (row) => `${levelOf(row)}: set the JSON twins to the numbers: ${row.quantities}`,
  lock: (tx, row) => lockRow(tx, "inventory_level", row.level_id),
  premise: ["quantities"],
  mend: (tx, row) => mendRawQuantities(tx, row.level_id),
}
