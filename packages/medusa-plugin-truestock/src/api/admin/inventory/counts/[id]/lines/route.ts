import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../../modules/inventory_management"
import { enterCountWorkflow } from "../../../../../../workflows/stockroom/enter-count"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"
import { parseCountLinesQuery, parseEntriesBody } from "../../validators"

/**
 * GET /admin/inventory/counts/:id/lines: what was counted, by SKU.
 *
 * Query: `show` (counted; differing; uncounted = levels of the location without a line, while the count is open; all.
 * Default counted), `q` (a part of SKU, title or product title, or a whole
 * barcode), `limit` (100, at most 1,000), `offset`. Answers `{ lines, count, limit, offset }`; `count` is exact.
 * 404 `count_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseCountLinesQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const { id } = await stock.retrieveCount(req.params.id!)
  const page = await stock.listCountLines({ ...question, count_id: id })
  res.json({ ...page, limit: question.limit, offset: question.offset })
}

/**
 * POST /admin/inventory/counts/:id/lines `{ lines: [{ inventory_item_id, counted_quantity }] }`, up to 10,000 in one
 * request: each item is compared with the books of this moment; counted again it takes the place of what was counted
 * before, and null takes it out. Answers `{ stock_count }`. 400 `invalid_count`, `invalid_quantity`, `duplicate_row`; 404
 * `count_not_found`, `item_not_found`; 409 `count_closed`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result: stock_count } = await enterCountWorkflow(req.scope).run({
    input: {
      ...parseEntriesBody(req.body),
      ...{ id: req.params.id!, counted_by: req.auth_context.actor_id },
      idempotency_key: idempotencyKey(req),
    },
  })
  res.json({ stock_count })
}
