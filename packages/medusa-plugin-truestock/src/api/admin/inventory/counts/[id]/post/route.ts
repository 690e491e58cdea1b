import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { postCountWorkflow } from "../../../../../../workflows/stockroom/post-count"
import { bodyFields } from "../../../../../body-fields"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"

/**
 * POST /admin/inventory/counts/:id/post: adds the differences to the stock; what moved since an item was counted stays as
 * it is. Answers `{ stock_count }`. 404 `count_not_found`; 409 `count_closed` (posted before, or cancelled),
 * `negative_stock` (count that item again); nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  bodyFields([], req.body ?? {})
  const { result: stock_count } = await postCountWorkflow(req.scope).run({
    input: { id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ stock_count })
}
