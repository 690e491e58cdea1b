import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { distributorOf } from "../../distributor-module"
import { parseRunsQuery } from "../../validators"

/**
 * GET /admin/distributor/:source/runs: what has been done and is being done, the newest first.
 *
 * Query: `kind`, `status`, `limit` (20, at most 200), `offset`. Answers `{ runs, count, limit, offset }`. 404
 * `source_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseRunsQuery(req.query)
  const distributor = distributorOf(req)
  const { id: source_id } = distributor.sourceOf(req.params.source!)
  const { limit, offset } = question
  res.json({ ...(await distributor.listRuns({ ...question, source_id })), limit, offset })
}
