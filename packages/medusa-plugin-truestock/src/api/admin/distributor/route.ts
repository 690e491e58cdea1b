import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { parseQuery } from "../../query-parameters"
import { distributorOf } from "./distributor-module"

/**
 * GET /admin/distributor: the configured distributors and how fresh they are. Answers `{ sources: [{ id, name, feed, as_of,
 * synced_at, full_sequence, delta_sequence, location_id, lease_run_id, ... }] }`; never a credential.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  res.json({ sources: await distributorOf(req).listSources() })
}
