import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../../../../modules/availability"
import { productIdOf } from "../availability-of"
import { parseHistoryQuery } from "./validators"

/**
 * GET /admin/products/:id/availability/history: how the product's status changed, channel by channel, newest first.
 *
 * Query: `limit` (20, at most 100), `offset`. Answers `{ history: [{ id, product_id, sales_channel_id, from_status,
 * to_status, reason, changed_at }], count, offset, limit }`; `from_status` null = came, `to_status` null = left;
 * `count` is exact. 400 with a code for anything that is not understood; 404 `product_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const page = parseHistoryQuery(req.query)
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const { history, count } = await availability.readHistory(productIdOf(req), page)
  res.json({ history, count, offset: page.offset, limit: page.limit })
}
