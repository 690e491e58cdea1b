import { findUnequalRaws } from "../sql/find-unequal-raws"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** The JSON twins, which core reads, say what the numbers say. */
export const rawQuantities: StockCheck = {
  name: "raw_quantities",
  deep: true,
  run: async ({ connection }, examples) =>
    verdictOf(await findUnequalRaws(connection, { most: examples }), {
      ok: "Every quantity and its JSON twin agree.",
      status: "error",
      summary: (count) =>
        `${counted(count, "level has", "levels have")} quantities whose JSON twin, which core reads, says otherwise: somebody wrote only one of the two. \`truestock recalculate-inventory\` sets the twins.`,
      example: (row) => `${levelOf(row)}: ${row.quantities}`,
    }),
}
