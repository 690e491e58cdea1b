import { findShortLevels } from "../sql/find-short-levels"
import { counted, levelOf, type StockCheck, verdictOf } from "./check"

/** I4: where promises take a level below its floor there is a shortfall that says so, and only there. */
export const floor: StockCheck = {
  name: "floor",
  deep: true,
  run: async ({ connection }, examples) => {
    const search = { most: examples }
    const unlisted = await findShortLevels(connection, "unlisted", search)
    if (unlisted.count > 0) {
      return verdictOf(unlisted, {
        ok: "",
        // No fault by itself: a policy or variant that changes moves the floor, and no level was touched.
        status: "warning",
        summary: (count) =>
          `${counted(count, "level is", "levels are")} below the floor without a shortfall that says so, or the other way round. \`truestock recalculate-inventory --apply\` lists them as short.`,
        example: (row) =>
          `${levelOf(row)}: ${row.missing} missing, the shortfall says ${row.listed ?? "nothing"}`,
      })
    }
    const unopened = await findShortLevels(connection, "unopened", search)
    const listed = await findShortLevels(connection, "listed", search)
    return verdictOf(
      { count: unopened.count + listed.count, rows: [...unopened.rows, ...listed.rows].slice(0, examples) },
      {
        ok: "No promise takes a level below its floor.",
        status: "warning",
        summary: () =>
          `${counted(listed.count, "level is", "levels are")} below the floor and listed as short` +
          (unopened.count > 0
            ? `; ${unopened.count} more will be listed when their books are opened (\`truestock open-ledger\`).`
            : "."),
        example: (row) => `${levelOf(row)}: ${row.missing} missing`,
      }
    )
  },
}
