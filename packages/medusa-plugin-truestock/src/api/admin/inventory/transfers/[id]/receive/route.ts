import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveTransferWorkflow } from "../../../../../../workflows/stockroom/receive-transfer"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"
import { parseTransferReceiptBody } from "../../validators"

/**
 * POST /admin/inventory/transfers/:id/receive `{ lines?: [{ inventory_item_id, quantity }], is_final? }`: what has come;
 * without lines all that is on its way. With `is_final` nothing more will: the rest is lost,
 * which is all of it where `lines` is empty. Answers `{ transfer }`. 400
 * `invalid_transfer`, `invalid_quantity`, `duplicate_row`; 404 `transfer_not_found`; 409 `transfer_state` (not on its way),
 * `transfer_exceeded`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result: transfer } = await receiveTransferWorkflow(req.scope).run({
    input: {
      ...parseTransferReceiptBody(req.body),
      id: req.params.id!,
      idempotency_key: idempotencyKey(req),
    },
  })
  res.json({ transfer })
}
