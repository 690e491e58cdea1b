import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { distributorOf } from "../../distributor-module"
import { parseTitlesQuery } from "../../validators"

/**
 * GET /admin/distributor/:source/titles: the catalogue queue, by EAN.
 *
 * Query: `sync_status`, `product_id`, `ean13`, `q` (part of title or EAN), `is_flagged`, `is_missing`, `limit` (50, at most
 * 200), `offset`. Answers `{ titles, count, limit, offset }`. 400 with a code for anything that is not understood; 404
 * `source_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseTitlesQuery(req.query)
  const distributor = distributorOf(req)
  const { id: source_id } = distributor.sourceOf(req.params.source!)
  const { limit, offset } = question
  res.json({ ...(await distributor.listTitles({ ...question, source_id })), limit, offset })
}
