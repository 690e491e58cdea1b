import { levelOf } from "../checks/check"
import { findShortLevels, type ShortLevel } from "../sql/find-short-levels"
import { lockRow } from "../sql/lock-row"
import { mendShortfall } from "../sql/mend-shortfall"
import type { RepairDefinition } from "./repair"

/** A level below its floor that nobody listed, or a shortfall that is none. */
export const shortfall: RepairDefinition<ShortLevel> = {
  find: (connection, search) => findShortLevels(connection, "unlisted", search),
  describe: (row) =>
    row.missing === "0"
      ? `${levelOf(row)}: end the shortfall of ${row.listed}, nothing is missing`
      : `${levelOf(row)}: list a shortfall of ${row.missing} (it says ${row.listed ?? "nothing"})`,
  lock: (tx, row) => lockRow(tx, "inventory_level", row.level_id),
  premise: ["missing", "listed"],
  mend: (tx, row) => mendShortfall(tx, row.level_id),
}
