import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shipTransferWorkflow } from "../../../../../../workflows/stockroom/ship-transfer"
import { bodyFields } from "../../../../../body-fields"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"

/**
 * POST /admin/inventory/transfers/:id/ship: the units leave the one location, and are incoming at the other. Answers
 * `{ transfer }`. 404 `transfer_not_found`, `unknown_level`; 409 `transfer_state` (no draft), `insufficient_inventory` (of
 * what is neither promised nor held), `negative_stock`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  bodyFields([], req.body ?? {})
  const { result: transfer } = await shipTransferWorkflow(req.scope).run({
    input: { id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ transfer })
}
