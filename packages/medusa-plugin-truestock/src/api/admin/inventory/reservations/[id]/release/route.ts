import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { releaseReservationWorkflow } from "../../../../../../workflows/inventory/release-reservation"
import { bodyFields } from "../../../../../body-fields"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"

/**
 * POST /admin/inventory/reservations/:id/release `{}`: gives the units of a hold, or of a reservation of core's, back.
 * Answers `{ reservation }` as it was. Honours Idempotency-Key.
 *
 * 400 `invalid_body`, `invalid_key`; 404 `reservation_not_found`; 409 `reservation_ended` (confirmed ones too),
 * `reservation_expired`, `key_in_use`, `key_reused`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  bodyFields([], req.body ?? {})
  const { result } = await releaseReservationWorkflow(req.scope).run({
    input: { id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ reservation: result })
}
