import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../../modules/availability"
import { bodyFields } from "../../../../body-fields"
import { parseQuery } from "../../../../query-parameters"

/**
 * POST /store/products/notify/confirm `{ token }`: the address of the message with this token wants to be told. Answers
 * `{ confirmed: true }`, again too. 400 `invalid_body`, `invalid_token`; 404 `subscription_not_found` (also one that was
 * ended); 429 `too_many_requests` with Retry-After.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { token } = bodyFields(["token"], req.body)
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  await availability.confirmSubscription(token as string)
  res.json({ confirmed: true })
}
