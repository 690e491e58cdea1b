import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelCountWorkflow } from "../../../../../../workflows/stockroom/cancel-count"
import { bodyFields } from "../../../../../body-fields"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"

/**
 * POST /admin/inventory/counts/:id/cancel: nothing comes of it. Answers `{ stock_count }`. 404 `count_not_found`; 409
 * `count_closed`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  bodyFields([], req.body ?? {})
  const { result: stock_count } = await cancelCountWorkflow(req.scope).run({
    input: { id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ stock_count })
}
