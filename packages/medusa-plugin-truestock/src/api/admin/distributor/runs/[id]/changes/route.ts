import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { distributorOf } from "../../../distributor-module"
import { parsePageQuery } from "../../../validators"

/**
 * GET /admin/distributor/runs/:id/changes: what the run would change, or has: each title before and after, per place.
 *
 * Query: `limit` (50, at most 200), `offset`. Answers `{ changes: [{ ean13, title, change, before, after, reasons,
 * applied_at }], count, limit, offset }`. 404 `run_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const page = parsePageQuery(req.query)
  const distributor = distributorOf(req)
  const { id: run_id } = await distributor.retrieveRun(req.params.id!)
  res.json({ ...(await distributor.listChanges({ run_id, ...page })), ...page })
}
