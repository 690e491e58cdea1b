import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { distributorOf } from "../../../distributor-module"
import { parsePageQuery } from "../../../validators"

/**
 * GET /admin/distributor/runs/:id/rejects: rows that were not understood, the first thousand of them, with line and reason.
 *
 * Query: `limit` (50, at most 200), `offset`. Answers `{ rejects: [{ row, code, reason, raw }], count, limit, offset }`.
 * 404 `run_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const page = parsePageQuery(req.query)
  const distributor = distributorOf(req)
  const { id: run_id } = await distributor.retrieveRun(req.params.id!)
  res.json({ ...(await distributor.listRejects({ run_id, ...page })), ...page })
}
