import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { createReservationsWorkflow } from "../../../../workflows/inventory/create-reservations"
import { idempotencyKey } from "../../../idempotency-key"
import { parseQuery } from "../../../query-parameters"
import { parseHoldsQuery, parseReservationsBody } from "./validators"

/**
 * GET /admin/inventory/reservations: promises that expire, or did, newest first.
 *
 * Query: `state` (held; expired, whether or not it has been tidied; ended = confirmed or released; any. Default held),
 * `inventory_item_id`, `location_id`, `cart_id`, `limit` (20, at most 100), `offset`. Answers `{ reservations, count,
 * limit, offset, now }`; `count` is exact, `now` the moment at which they were judged. 400 with a code for anything that
 * is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseHoldsQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const { holds, count, now } = await stock.listHolds(question)
  res.json({ reservations: holds, count, limit: question.limit, offset: question.offset, now })
}

/**
 * POST /admin/inventory/reservations `{ inventory_item_id, location_id, quantity, line_item_id?, allow_backorder?,
 * expires_at? | ttl_seconds?, description?, external_id?, metadata? }`: promises units; with an expiry a hold, else a
 * reservation of core's. Answers `{ reservation }`. Or `{ reservations: [such lines] }`, up to 1,000, as one decision;
 * answers `{ reservations }` in their order.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`,
 * `invalid_reservation`, `invalid_quantity`, `invalid_expiry`, `too_many_rows`, `inactive_location`, `invalid_key`; 404
 * `unknown_level`; 409 `insufficient_inventory` (with `requested` and `available`), `key_in_use`, `key_reused`; nothing
 * is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { isOne, reservations } = parseReservationsBody(req.body, req.auth_context.actor_id)
  const { result } = await createReservationsWorkflow(req.scope).run({
    input: { reservations, idempotency_key: idempotencyKey(req) },
  })
  res.json(isOne ? { reservation: result[0] } : { reservations: result })
}
