import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryItemInput,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { createInventoryItemWorkflow } from "../../../workflows/inventory/create-inventory-item"
import { bodyFields } from "../../body-fields"
import { idempotencyKey } from "../../idempotency-key"
import { parseQuery } from "../../query-parameters"
import { parseInventoryQuery } from "./validators"

/**
 * GET /admin/inventory: inventory items by SKU, with what is stocked, reserved, held and available of each.
 *
 * Query: `inventory_item_id`, `variant_id`, `location_id` (items with a level there, and that level alone), `sku` (exactly), `q` (a part of
 * SKU, title or product title, or a variant's whole barcode, EAN or UPC), `limit` (20, at most 100), `offset`. Answers `{ inventory_items: [{ id, sku, variant_id, title, product_title, levels:
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

/**
 * POST /admin/inventory `{ sku, variant_id?, title?, metadata? }`: makes an inventory item, without levels (POST
 * /admin/inventory/levels); with a variant that variant's, one unit for each, and with its title unless one is given.
 * Answers `{ inventory_item: { id, sku, title, variant_id, metadata, created_at } }`.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`,
 * `invalid_item`, `invalid_key`; 404 `variant_not_found`; 409 `duplicate_sku`, `variant_has_item`, `key_in_use`,
 * `key_reused`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const fields = bodyFields(["sku", "variant_id", "title", "metadata"], req.body)
  const { result } = await createInventoryItemWorkflow(req.scope).run({
    input: { ...(fields as InventoryItemInput), idempotency_key: idempotencyKey(req) },
  })
  res.json({ inventory_item: result })
}
