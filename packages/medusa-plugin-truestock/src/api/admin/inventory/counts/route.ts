import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { openCountWorkflow } from "../../../../workflows/stockroom/open-count"
import { idempotencyKey } from "../../../idempotency-key"
import { parseQuery } from "../../../query-parameters"
import { parseCountBody, parseCountsQuery } from "./validators"

/**
 * GET /admin/inventory/counts: stock counts, newest first.
 *
 * Query: `status` (open, posted, cancelled), `location_id`, `limit` (20, at most 100), `offset`. Answers `{ counts, count,
 * limit, offset }`; `count` is exact. 400 with a code for anything that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseCountsQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json({ ...(await stock.listCounts(question)), limit: question.limit, offset: question.offset })
}

/**
 * POST /admin/inventory/counts `{ location_id, note? }`: opens a count. Answers `{ stock_count }`.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`, `invalid_count`,
 * `unknown_location`, `invalid_key`; 409 `key_in_use`, `key_reused`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result: stock_count } = await openCountWorkflow(req.scope).run({
    input: {
      ...parseCountBody(req.body, req.auth_context.actor_id),
      idempotency_key: idempotencyKey(req),
    },
  })
  res.json({ stock_count })
}
