import { findNegativeLevels } from "../sql/find-negative-levels"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** No quantity is below zero, or no number at all. */
export const negativeQuantities: StockCheck = {
  name: "negative_quantities",
  deep: true,
  run: async ({ connection }, examples) => {
    const reserved = await findNegativeLevels(connection, "reserved", examples)
    if (reserved.count > 0) {
      return verdictOf(reserved, {
        ok: "",
        status: "error",
        summary: (count) =>
          `${counted(count, "level has", "levels have")} a negative reserved_quantity, and seems to have more to sell than it holds. \`truestock recalculate-inventory\` mends it.`,
        example: (row) => `${levelOf(row)}: reserved ${row.reserved}`,
      })
    }
    return verdictOf(await findNegativeLevels(connection, "stocked", examples), {
      ok: "No quantity is below zero.",
      status: "warning",
      summary: (count) =>
        `${counted(count, "level has", "levels have")} a negative stocked_quantity: more was fulfilled than was there. Count the shelf.`,
      example: (row) => `${levelOf(row)}: stocked ${row.stocked}`,
    })
  },
}
