import { CORE_COLUMNS } from "../guard/columns"
import { missingColumns } from "../sql/missing-columns"
import { counted, type StockCheck } from "./check"

/** The columns of core's tables that guard and ledger read. Without one of them they stand aside. */
export const coreColumns: StockCheck = {
  name: "core_columns",
  run: async ({ connection }, examples) => {
    const missing = await missingColumns(connection, CORE_COLUMNS)
    if (missing.length === 0)
      return { status: "ok", summary: "Every column that guard and ledger read is there." }
    return {
      status: "error",
      summary: `${counted(missing.length, "column of Medusa's tables is", "columns of Medusa's tables are")} missing: guard and ledger stand aside until a version of Truestock knows this Medusa.`,
      count: missing.length,
      examples: missing.slice(0, examples),
    }
  },
}
