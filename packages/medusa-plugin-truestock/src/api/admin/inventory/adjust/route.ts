import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { adjustInventoryWorkflow } from "../../../../workflows/inventory/adjust-inventory"
import { idempotencyKey } from "../../../idempotency-key"
import { parseQuery } from "../../../query-parameters"
import { parseAdjustBody } from "./validators"

/**
 * POST /admin/inventory/adjust `{ inventory_item_id, location_id, adjustment, expected_quantity?, reason?, note?,
 * reference?: { type, id }, allow_shortfall? }`: adds units to what is stocked, or takes some away. Answers
 * `{ adjustment: { inventory_item_id, location_id, adjustment, reason, stocked_quantity, reserved_quantity } }`.
 *
 * Or `{ adjustments: [such rows], reason?, note?, reference?, allow_shortfall?, on_error?: "abort" | "skip" }`, up to
 * 10,000, each level once: all or none, or with `skip` those that can be. Answers `{ adjustments, failed: [{ row,
 * inventory_item_id, location_id, code, message }] }`.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`,
 * `invalid_adjustment`, `invalid_quantity`, `duplicate_row`, `too_many_rows`, `invalid_key`; 404 `unknown_level`; 409
 * `insufficient_inventory`, `negative_stock`, `stale_quantity`, `key_in_use`, `key_reused`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { isBulk, input } = parseAdjustBody(req.body)
  const { result } = await adjustInventoryWorkflow(req.scope).run({
    input: { ...input, idempotency_key: idempotencyKey(req) },
  })
  res.json(isBulk ? result : { adjustment: result.adjustments[0] })
}
