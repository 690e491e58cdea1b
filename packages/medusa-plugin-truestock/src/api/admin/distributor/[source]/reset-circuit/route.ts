import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { distributorOf } from "../../distributor-module"
import { parseReason } from "../../validators"

/**
 * POST /admin/distributor/:source/reset-circuit `{ reason }`: a site that has refused may be asked again before its hour is
 * over, since a person has looked and logged in anew. Answers `{ source }`, with who said so and why; where nothing was
 * closed, as it is. 400 `invalid_body`; 404 `source_not_found`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const reason = parseReason(req.body, "the site may be asked again")
  res.json({ source: await distributorOf(req).resetCircuit(req.params.source!, reason) })
}
