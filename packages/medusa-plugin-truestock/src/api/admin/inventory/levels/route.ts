import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { InventoryLevelInput } from "../../../../modules/inventory_management"
import { createInventoryLevelWorkflow } from "../../../../workflows/inventory/create-inventory-level"
import { bodyFields } from "../../../body-fields"
import { idempotencyKey } from "../../../idempotency-key"
import { parseQuery } from "../../../query-parameters"

const FIELDS = [
  "inventory_item_id",
  "location_id",
  "stocked_quantity",
  "reason",
  "note",
  "reference",
] as const

/**
 * POST /admin/inventory/levels `{ inventory_item_id, location_id, stocked_quantity, reason?, note?, reference?: { type,
 * id } }`: gives an item a level at a location, with its opening stock in units. Answers `{ inventory_level: { id,
 * inventory_item_id, location_id, stocked_quantity, reserved_quantity, incoming_quantity, created_at } }`.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`,
 * `invalid_level`, `invalid_quantity`, `unknown_location`, `invalid_key`; 404 `item_not_found`; 409 `duplicate_level`,
 * `key_in_use`, `key_reused`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result } = await createInventoryLevelWorkflow(req.scope).run({
    input: {
      ...(bodyFields(FIELDS, req.body) as InventoryLevelInput),
      idempotency_key: idempotencyKey(req),
    },
  })
  res.json({ inventory_level: result })
}
