import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveInventoryWorkflow } from "../../../../workflows/stockroom/receive-inventory"
import { idempotencyKey } from "../../../idempotency-key"
import { parseQuery } from "../../../query-parameters"
import { parseReceiveBody } from "./validators"

/**
 * POST /admin/inventory/receive `{ inventory_item_id, location_id, quantity, incoming_id?, unit_cost?, currency_code?,
 * reason?, note?, reference?: { type, id } }`, or `{ rows: [such rows], reason?, note?, reference? }`, up to 10,000, each
 * level once, all or none: stocks units that have come. With `incoming_id`, a delivery that was expected, item and
 * location may be left away. Answers `{ received: [{ inventory_item_id, location_id, quantity, incoming_id,
 * stocked_quantity, reserved_quantity, incoming_quantity }] }`.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`, `invalid_receipt`,
 * `invalid_quantity`, `invalid_cost`, `duplicate_row`, `too_many_rows`, `invalid_key`; 404 `unknown_level`,
 * `incoming_not_found`; 409 `incoming_closed`, `incoming_exceeded`, `currency_differs`, `key_in_use`, `key_reused`,
 * `stock_busy`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result: received } = await receiveInventoryWorkflow(req.scope).run({
    input: { ...parseReceiveBody(req.body), idempotency_key: idempotencyKey(req) },
  })
  res.json({ received })
}
