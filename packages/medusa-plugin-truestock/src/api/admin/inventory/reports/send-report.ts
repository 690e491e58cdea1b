import type { MedusaResponse } from "@medusajs/framework/http"
import type { Report, ReportRow } from "../../../../modules/inventory_management/reports/report"
import { sendCsv } from "../../../send-csv"

/** A report as JSON, with the page it is on, or its rows as a file. */
export async function sendReport(
  { count, columns, ...report }: Report,
  { format, limit, offset }: { format: "json" | "csv"; limit: number; offset: number },
  res: MedusaResponse
): Promise<void> {
  if (format === "json") {
    res.json({ report: { ...report, columns }, count, limit, offset })
    return
  }
  const day = report.as_of.toISOString().slice(0, 10)
  await sendCsv<ReportRow>({ filename: `${report.name}-${day}.csv`, columns, rows: each(report.rows) }, res)
}

async function* each(rows: ReportRow[]): AsyncGenerator<ReportRow, void, undefined> {
  yield* rows
}
