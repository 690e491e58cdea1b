import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { distributorOf } from "../../../distributor-module"
import { parseReason } from "../../../validators"

/**
 * POST /admin/distributor/runs/:id/override `{ reason }`: lets a run that a guard has stopped apply what it has staged.
 * Answers 202 `{ run }`. 400 `invalid_body`; 404 `run_not_found`; 409 `run_not_guarded`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const reason = parseReason(req.body)
  res.status(202).json({ run: await distributorOf(req).overrideGuards(req.params.id!, reason) })
}
