import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { parseInventoryQuery } from "./validators"

/**
 * GET /admin/inventory: inventory items by SKU, with what is stocked, reserved, held and available of each.
 *
 * Query: `inventory_item_id`, `variant_id`, `location_id` (items with a level there, and that level alone), `sku` (exactly), `q` (a part of
 * SKU or title), `limit` (20, at most 100), `offset`. Answers `{ inventory_items: [{ id, sku, variant_id, title, levels:
 * [{ location_id, stocked_quantity, reserved_quantity, held_quantity, available_quantity, incoming_quantity }],
 * total_available, total_stocked, total_reserved, total_held }], count, limit, offset }`; available = stocked -
 * reserved - held, totals are sums of the levels, `count` is exact. 400 with a code for anything that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseInventoryQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const { inventory_items, count } = await stock.listInventory(question)
  res.json({ inventory_items, count, limit: question.limit, offset: question.offset })
}
