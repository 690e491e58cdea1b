import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelIncomingWorkflow } from "../../../../../../workflows/stockroom/cancel-incoming"
import { bodyFields } from "../../../../../body-fields"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"

/**
 * POST /admin/inventory/incoming/:id/cancel: what is left of the delivery is not expected any more. Answers
 * `{ incoming }`. 404 `incoming_not_found`; 409 `incoming_closed`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  bodyFields([], req.body ?? {})
  const { result: incoming } = await cancelIncomingWorkflow(req.scope).run({
    input: { id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ incoming })
}
