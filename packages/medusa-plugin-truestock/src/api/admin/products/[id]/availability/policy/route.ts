import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../../../modules/availability"
import { setAvailabilityPolicyWorkflow } from "../../../../../../workflows/availability/set-availability-policy"
import { parseQuery } from "../../../../../query-parameters"
import { availabilityOf, productIdOf } from "../availability-of"
import { parsePolicyBody, parsePolicyQuery } from "./validators"

/**
 * GET /admin/products/:id/availability/policy?variant_id&location_id: `{ policies, supplies, resolved }`: all
 * policies of the product, the most general first; what suppliers say of its variants; and what holds for the product,
 * its variant, or that at a location: per field `{ value, from }`, from `variant_location`, `variant`, `product`,
 * `supply` (what the variant's supplier says) or `default` (the plugin's options).
 * 400 `invalid_parameter`, `unknown_parameter`, `unknown_location`; 404 `product_not_found`, `variant_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const scope = parsePolicyQuery(req.query)
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  res.json(await availability.readPolicies({ ...scope, product_id: productIdOf(req) }))
}

/**
 * POST /admin/products/:id/availability/policy `{ variant_id?, location_id?, low_stock_threshold?, safety_stock?,
 * backorder_limit?, lead_time_days?: { min, max }, release_date?, strict_on_sale_date?, allow_preorder?,
 * discontinued?, not_for_sale? }`: a field that is left out stays, null clears it. Answers `{ policy, availability }`
 * as they are then; `policy` is null where nothing is said any more.
 *
 * 400 `invalid_policy` (also where no field is named), `unknown_location`, `invalid_body`; 404 `product_not_found`,
 * `variant_not_found`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const policy = parsePolicyBody(req.body)
  await setAvailabilityPolicyWorkflow(req.scope).run({ input: { ...policy, product_id: productIdOf(req) } })
  const availability = await availabilityOf(req)
  const { variant_id = null, location_id = null } = policy
  const now = availability.policies.find((p) => p.variant_id === variant_id && p.location_id === location_id)
  res.json({ policy: now ?? null, availability })
}
