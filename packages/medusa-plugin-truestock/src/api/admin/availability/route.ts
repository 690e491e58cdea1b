import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"
import { sendCsv } from "../../send-csv"
import { overviewCsv } from "./csv"
import { parseOverviewQuery } from "./validators"

/**
 * GET /admin/availability: all products by availability, drafts too, deleted ones not.
 *
 * Query: `status` (one or many; default any), `source` (calculated, manual), `purchasable` (true, false), `q` (part of
 * title, handle or an SKU), `category_id` (descendants included) and `collection_id` (one or many),
 * `sales_channel_id` (judged in that channel, and only what is in it; else by each product's best), `order` (title,
 * status, updated_at, each with `-`; default -updated_at), `limit` (20, at most 100), `offset`, `format` (json, csv).
 *
 * Answers `{ availabilities: [{ id, product_id, title, handle, thumbnail, product_status, status, reason, source,
 * purchasable, quantity, available_on, eta, notes, updated_at }], count, offset, limit }`; `count` is exact. `format=csv`
 * answers all that match as one file, by product id. 400 with a code for anything that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { filters, page, format } = parseOverviewQuery(req.query)
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  if (format === "csv") {
    return sendCsv(overviewCsv(availability.iterateOverview(filters)), res)
  }
  const { availabilities, count } = await availability.listOverview(filters, page)
  res.json({ availabilities, count, offset: page.offset, limit: page.limit })
}
