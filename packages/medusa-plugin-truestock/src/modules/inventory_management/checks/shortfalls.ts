import { findOpenShortfalls } from "../sql/find-open-shortfalls"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** Levels where more is promised than there is: a fact that people must settle. */
export const shortfalls: StockCheck = {
  name: "shortfalls",
  run: async ({ connection }, examples) =>
    verdictOf(await findOpenShortfalls(connection, "all", examples), {
      ok: "Nothing is promised that is not there.",
      status: "warning",
      summary: (count) =>
        `${counted(count, "level is", "levels are")} short: more is promised than is there. Restock, or tell the customers.`,
      example: (row) => `${levelOf(row)}: ${row.missing} missing`,
    }),
}

/** Shortfalls of which nobody was told. */
export const unsentShortfalls: StockCheck = {
  name: "unsent_shortfalls",
  run: async ({ connection }, examples) =>
    verdictOf(await findOpenShortfalls(connection, "unsent", examples), {
      ok: "Every shortfall was reported.",
      status: "error",
      summary: (count) =>
        `${counted(count, "shortfall waits", "shortfalls wait")} for its event \`inventory.shortfall\`. See that a worker is running, and its log.`,
      example: (row) => `${levelOf(row)}: ${row.missing} missing`,
    }),
}
