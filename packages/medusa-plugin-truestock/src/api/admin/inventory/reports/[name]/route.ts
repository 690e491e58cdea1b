import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../modules/inventory_management"
import { sendReport } from "../send-report"
import { parseReportQuery } from "../validators"

/**
 * GET /admin/inventory/reports/:name
 *
 * - `by-location`: units by location, with reserved, available and incoming ones
 * - `low-stock`: items of which not more is left than their threshold
 * - `value`: units on hand times the moving average of their cost, per item; totals per currency
 * - `ageing`: units on hand by how long they have been there, in days
 * - `dead-stock`: items on hand of which nothing was fulfilled for `days` (90)
 * - `sell-through`: what was fulfilled of what there was to sell, between `from` and `to` (the last 30 days)
 * - `shrinkage`: units lost otherwise than by selling, by reason and currency, between `from` and `to`
 *
 * Query: `date` (of the first five: a past moment, none = now), `location_id`, `currency_code` (value), `limit` (100, at most
 * 1000), `offset`, `format` (json, csv; an Accept header that begins with text/csv is csv). What a report does not take
 * is refused.
 *
 * Answers `{ report: { name, as_of, from, columns, rows, totals }, count, limit, offset }`; csv: all rows, one file. 404
 * `unknown_report`; 400 `future_date`, `unknown_location`, and the codes for anything else that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { name, question, shape } = parseReportQuery(req.params.name!, req.query, req.headers.accept)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  await sendReport(await stock.readReport(name, question), shape, res)
}
