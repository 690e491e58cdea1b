import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { confirmReservationWorkflow } from "../../../../../../workflows/inventory/confirm-reservation"
import { idempotencyKey } from "../../../../../idempotency-key"
import { parseQuery } from "../../../../../query-parameters"
import { parseConfirmBody } from "../../validators"

/**
 * POST /admin/inventory/reservations/:id/confirm `{ quantity?, consume?, line_item_id? }`: makes a hold firm; of a
 * smaller quantity the rest is free. With `consume` the units leave the stock, also those of a reservation of core's.
 * Answers `{ reservation }`. Honours Idempotency-Key.
 *
 * 400 `invalid_body`, `invalid_quantity`, `invalid_reservation`, `invalid_key`; 404 `reservation_not_found`; 409
 * `reservation_ended`, `reservation_expired`, `reservation_not_held`, `insufficient_inventory`, `key_in_use`,
 * `key_reused`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result } = await confirmReservationWorkflow(req.scope).run({
    input: { ...parseConfirmBody(req.body), id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ reservation: result })
}
