import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../../modules/availability"
import { bodyFields } from "../../../../body-fields"
import { parseQuery } from "../../../../query-parameters"

/**
 * POST /store/products/notify/unsubscribe `{ token }`: nothing more of what the message with this token was about.
 * Answers `{ unsubscribed: true }`, again too. 400 `invalid_body`, `invalid_token`; 404 `subscription_not_found`; 429
 * `too_many_requests` with Retry-After.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { token } = bodyFields(["token"], req.body)
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  await availability.endSubscription(token as string)
  res.json({ unsubscribed: true })
}
