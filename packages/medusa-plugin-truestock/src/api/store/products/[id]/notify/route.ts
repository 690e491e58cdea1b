import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../../modules/availability"
import type { SubscriptionInput } from "../../../../../modules/availability/back-in-stock/subscription-input"
import { bodyFields } from "../../../../body-fields"
import { parseQuery } from "../../../../query-parameters"
import { keyChannels } from "../../../key-channels"

const FIELDS = ["email", "variant_id"] as const

/**
 * POST /store/products/:id/notify `{ email, variant_id? }`: tells this address, once, when the product (or that variant
 * of it) is back in stock in one of the key's channels. What is in stock now must be gone first.
 *
 * Answers 202 `{ accepted: true, confirmation_required }`, the same for an address that waits already: whether it was
 * known is not told. `confirmation_required` = the shop asks the address first (option `notify.double_opt_in`).
 * 400 `invalid_body`, `invalid_email`; 404 `product_not_found` (also what the key's shoppers may not see),
 * `variant_not_found`; 429 `too_many_requests` with Retry-After.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const body = bodyFields(FIELDS, req.body)
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  await availability.subscribeToReturn({
    ...body,
    product_id: req.params.id!,
    sales_channel_ids: keyChannels(req),
  } as SubscriptionInput)
  const { double_opt_in } = availability.storeOptions.notify
  res.status(202).json({ accepted: true, confirmation_required: double_opt_in })
}
