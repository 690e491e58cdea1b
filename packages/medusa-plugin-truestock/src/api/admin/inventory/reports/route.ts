import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { sendReport } from "./send-report"
import { parseGroupQuery } from "./validators"

/**
 * GET /admin/inventory/reports?group_by=: units by `location`, `item`, `category` or `status`.
 *
 * Query: `group_by`; `include_reserved` and `include_incoming` (true, false) for more columns; `date` (ISO 8601, a past
 * moment; none = now); `location_id`; `limit` (100, at most 1000), `offset`; `format` (json, csv; an Accept header that
 * begins with text/csv is csv).
 *
 * Answers `{ report: { name, as_of, from: null, columns, rows, totals }, count, limit, offset }`. A row is of its group
 * (`location_id, location_name`, or `inventory_item_id, sku, title`, or `category_id, category_name`, or `status`), with
 * `items`, `levels`, `stocked_quantity`, `reserved_quantity` and `available_quantity`, `incoming_quantity`, all in units;
 * `totals` are of all rows, each item once. csv: all rows, one file. 400 `unknown_report_group`, `future_date`,
 * `unknown_location`, and the codes for anything else that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { question, shape } = parseGroupQuery(req.query, req.headers.accept)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  await sendReport(await stock.generateReport(question), shape, res)
}
