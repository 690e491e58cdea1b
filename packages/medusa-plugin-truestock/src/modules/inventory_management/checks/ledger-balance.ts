import { findUnbalancedLevels, type UnbalancedLevel } from "../sql/find-unbalanced-levels"
import { countUnopenedLevels } from "../sql/unopened-levels"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** I1: what a level holds is the sum of its movements since its books were opened. */
export const ledgerBalance: StockCheck = {
  name: "ledger_balance",
  deep: true,
  run: async ({ connection }, examples) => {
    const unopened = await countUnopenedLevels(connection)
    const aside = unopened > 0 ? ` ${counted(unopened, "level is", "levels are")} not opened yet.` : ""
    return verdictOf(await findUnbalancedLevels(connection, { most: examples }), {
      ok: `Every level whose books are open holds what its movements add up to.${aside}`,
      status: "error",
      summary: (count) =>
        `${counted(count, "level holds", "levels hold")} something else than the movements add up to: somebody wrote while the triggers were away. \`truestock recalculate-inventory\` brings the books to the table.${aside}`,
      example: (row) => `${levelOf(row)}: ${gapsOf(row)}`,
    })
  },
}

/** "stocked 7, books 10" for each quantity that differs. */
export function gapsOf(row: UnbalancedLevel): string {
  return (["stocked", "reserved", "incoming"] as const)
    .filter((name) => row[`${name}_gap`] !== "0")
    .map((name) => `${name} ${row[name]}, the books are ${row[`${name}_gap`]} off`)
    .join("; ")
}
