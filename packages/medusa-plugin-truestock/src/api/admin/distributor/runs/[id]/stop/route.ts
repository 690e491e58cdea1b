import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { bodyFields } from "../../../../../body-fields"
import { distributorOf } from "../../../distributor-module"

/**
 * POST /admin/distributor/runs/:id/stop: ends a run that is wanted or under way; what it has applied stays. Answers `{ run }`.
 * 404 `run_not_found`; 409 `run_state`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  bodyFields([], req.body ?? {})
  res.json({ run: await distributorOf(req).stopRun(req.params.id!) })
}
