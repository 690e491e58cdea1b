import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../modules/inventory_management"
import { parseHistoryQuery } from "./validators"

/**
 * GET /admin/inventory/movements/history: what an inventory item held over time.
 *
 * Query: `inventory_item_id`, `location_id` (none = the sum of all), `from` and `to` (ISO 8601; the last 30 days),
 * `points` (200, from 2 to 1000).
 *
 * Answers `{ from, to, points: [{ at, stocked, reserved, available, incoming }] }`: steps, each holding until the
 * next, the first at `from` and the last at `to`. Where more changed than there are points, the last change in each
 * equal part of the time. 400 with a code for anything that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseHistoryQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json(await stock.readHistory(question))
}
