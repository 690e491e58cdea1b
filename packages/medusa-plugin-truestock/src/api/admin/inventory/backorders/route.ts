import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { BACKORDER_STATUSES } from "../../../../modules/inventory_management/backorders/backorder"
import { papersQuery } from "../papers"

const parseBackordersQuery = papersQuery(BACKORDER_STATUSES, ["inventory_item_id", "location_id"])

/**
 * GET /admin/inventory/backorders: promises that the stock does not cover, the oldest first; when stock arrives they are
 * filled in this order.
 *
 * Query: `status` (owed, filled, all; default owed), `inventory_item_id`, `location_id`, `limit` (20, at most 100),
 * `offset`. Answers `{ backorders: [{ reservation_id, line_item_id, quantity, owed_quantity, promised_at, expected_at, ... }],
 * count, limit, offset }`; `expected_at`: when expected deliveries will have covered it. 400 with a code for anything that
 * is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseBackordersQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json({ ...(await stock.listBackorders(question)), limit: question.limit, offset: question.offset })
}
