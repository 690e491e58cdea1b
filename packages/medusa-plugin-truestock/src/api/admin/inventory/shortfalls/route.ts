import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { parseShortfallsQuery } from "./validators"

/**
 * GET /admin/inventory/shortfalls: levels of which more is promised than they may give, newest first.
 *
 * Query: `status` (open, resolved, all; default open), `inventory_item_id`, `location_id`, `limit` (20, at most
 * 100), `offset`. Answers `{ shortfalls, count, limit, offset }`; `count` is exact. 400 with a code for anything
 * that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseShortfallsQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const { shortfalls, count } = await stock.listShortfalls(question)
  res.json({ shortfalls, count, limit: question.limit, offset: question.offset })
}
