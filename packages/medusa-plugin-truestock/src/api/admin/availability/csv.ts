import type { OverviewRow } from "../../../modules/availability/sql/overview-rows"
import type { CsvFile } from "../../send-csv"

const COLUMNS: (keyof OverviewRow)[] = [
  ...(["id", "product_id", "title", "handle", "thumbnail", "product_status", "status", "reason"] as const),
  ...(["source", "purchasable", "quantity", "available_on", "eta", "notes", "updated_at"] as const),
]

/** All products by availability as a file. */
export function overviewCsv(rows: AsyncGenerator<OverviewRow, void, undefined>): CsvFile<OverviewRow> {
  return { filename: "availability.csv", columns: COLUMNS, rows }
}
