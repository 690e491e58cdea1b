import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { extendReservationWorkflow } from "../../../../../../workflows/inventory/extend-reservation"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"
import { parseExtendBody } from "../../validators"

/**
 * POST /admin/inventory/reservations/:id/extend `{ ttl_seconds }` (from now) or `{ expires_at }`: lets a hold last
 * longer, never shorter, and not beyond its latest time. Answers `{ reservation }`. Honours Idempotency-Key.
 *
 * 400 `invalid_body`, `invalid_expiry`, `invalid_key`; 404 `reservation_not_found`; 409 `reservation_ended`,
 * `reservation_expired`, `reservation_not_held`, `key_in_use`, `key_reused`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result } = await extendReservationWorkflow(req.scope).run({
    input: { ...parseExtendBody(req.body), id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ reservation: result })
}
