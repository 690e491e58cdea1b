import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../modules/inventory_management"
import { bodyFields } from "../../../../body-fields"
import { parseQuery } from "../../../../query-parameters"

/**
 * POST /admin/inventory/levels/lookup `{ skus }` or `{ inventory_item_ids }`, up to 10,000: the stock of the items that are
 * named. Changes nothing; a query string could not name as many.
 *
 * Answers `{ inventory_items: [{ id, sku, title, levels }], allow_fractions }`, levels as in GET /admin/inventory; what
 * there is not is left out. `allow_fractions`: whether the shop has parts of units. 400 `invalid_body`, `too_many_rows`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const fields = bodyFields(["skus", "inventory_item_ids"], req.body)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json(await stock.findStock(fields))
}
