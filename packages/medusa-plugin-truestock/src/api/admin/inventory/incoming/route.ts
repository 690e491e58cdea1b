import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { expectInventoryWorkflow } from "../../../../workflows/stockroom/expect-inventory"
import { idempotencyKey } from "../../../idempotency-key"
import { parseQuery } from "../../../query-parameters"
import { parseExpectBody, parseIncomingQuery } from "./validators"

/**
 * GET /admin/inventory/incoming: deliveries; those that are expected first, the earliest first.
 *
 * Query: `status` (expected, received, cancelled), `inventory_item_id`, `location_id`, `supplier`, `q` (a part of
 * SKU, title, product title or supplier, or a whole barcode), `limit` (20, at most 100), `offset`. Answers `{ incoming, count, limit, offset }`; `count` is exact. 400 with a code for anything that is
 * not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseIncomingQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json({ ...(await stock.listIncoming(question)), limit: question.limit, offset: question.offset })
}

/**
 * POST /admin/inventory/incoming `{ inventory_item_id, location_id, quantity, expected_at?, supplier?, note?, unit_cost?,
 * currency_code? }`, or `{ incoming: [such deliveries] }`, up to 10,000: notes what is expected; its units are incoming.
 * Answers `{ incoming: [deliveries] }`.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`, `invalid_incoming`,
 * `invalid_quantity`, `invalid_date`, `invalid_cost`, `too_many_rows`, `invalid_key`; 404 `unknown_level` (no such item or
 * location); 409 `key_in_use`, `key_reused`, `stock_busy`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result: incoming } = await expectInventoryWorkflow(req.scope).run({
    input: {
      rows: parseExpectBody(req.body, req.auth_context.actor_id),
      idempotency_key: idempotencyKey(req),
    },
  })
  res.json({ incoming })
}
