import { findMisreservedLevels, type MisreservedLevel } from "../sql/find-misreserved-levels"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** I3: reserved_quantity is the sum of the live reservations, and the guard knows where it is not. */
export const reservedQuantity: StockCheck = {
  name: "reserved_quantity",
  deep: true,
  run: async ({ connection }, examples) =>
    verdictOf(await findMisreservedLevels(connection, { most: examples }), {
      ok: "reserved_quantity is the sum of the live reservations, everywhere.",
      status: "error",
      summary: (count) =>
        `${counted(count, "level has", "levels have")} a reserved_quantity that its live reservations do not add up to, or a drift that does not say so. \`truestock recalculate-inventory\` mends it.`,
      example: (row) => `${levelOf(row)}: ${misreservedAs(row)}`,
    }),
}

export function misreservedAs({ reserved, live, excess, drift }: MisreservedLevel): string {
  const known =
    drift === null ? "the books are not open" : drift === excess ? "the guard knows" : `drift says ${drift}`
  return `reserved ${reserved}, live reservations ${live}; ${known}`
}
