import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { clearAvailabilityOverrideWorkflow } from "../../../../../workflows/availability/clear-availability-override"
import { setAvailabilityOverrideWorkflow } from "../../../../../workflows/availability/set-availability-override"
import { bodyFields } from "../../../../body-fields"
import { parseQuery } from "../../../../query-parameters"
import { availabilityOf, productIdOf } from "./availability-of"
import { parseOverrideBody, parseScopeQuery } from "./validators"

/**
 * GET /admin/products/:id/availability: `{ availability }`, all that is known and decided of a product: its summary
 * with `overrides`, `channels` (with their `variants`), `locations` and `policies` (modules/availability/details.ts).
 * 404 `product_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  res.json({ availability: await availabilityOf(req) })
}

/**
 * POST /admin/products/:id/availability `{ status, notes?, note_visible?, expires_at?, variant_id?,
 * sales_channel_id? }`: a manual override in place of the one that stands for the same variant and channel (none =
 * all of them), until cleared or expired. Answers `{ availability }` as it is then.
 *
 * 400 `invalid_status`, `invalid_notes`, `invalid_expiry` (also a time that has passed), `invalid_override`,
 * `sales_channel_not_found`, `invalid_body`; 404 `product_not_found`, `variant_not_found`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const override = parseOverrideBody(req.body)
  await setAvailabilityOverrideWorkflow(req.scope).run({
    input: { ...override, product_id: productIdOf(req), set_by: req.auth_context.actor_id },
  })
  res.json({ availability: await availabilityOf(req) })
}

/**
 * DELETE /admin/products/:id/availability?variant_id&sales_channel_id: clears the override of exactly this scope;
 * none there is no error. Answers `{ availability }` as it is then. 400 `invalid_parameter`, `unknown_parameter`,
 * `invalid_body` (the scope stands in the query string); 404 `product_not_found`.
 */
export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const scope = parseScopeQuery(req.query)
  bodyFields([], req.body ?? {})
  await clearAvailabilityOverrideWorkflow(req.scope).run({
    input: { ...scope, product_id: productIdOf(req) },
  })
  res.json({ availability: await availabilityOf(req) })
}
