import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelTransferWorkflow } from "../../../../../../workflows/stockroom/cancel-transfer"
import { bodyFields } from "../../../../../body-fields"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"

/**
 * POST /admin/inventory/transfers/:id/cancel: what is on its way goes back where it came from. Answers `{ transfer }`. 404
 * `transfer_not_found`; 409 `transfer_state` (received or cancelled).
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  bodyFields([], req.body ?? {})
  const { result: transfer } = await cancelTransferWorkflow(req.scope).run({
    input: { id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ transfer })
}
