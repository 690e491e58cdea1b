import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setUpDistributor } from "../../../../../workflows/distributor/set-up-distributor"
import { bodyFields } from "../../../../body-fields"

/**
 * POST /admin/distributor/:source/setup: makes the distributor's stock location, and has the sales channel sell from it.
 * Done again it finds nothing to do. Answers `{ location_id, location, became, warnings }`. 404 `source_not_found`.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  bodyFields([], req.body ?? {})
  res.json(await setUpDistributor(req.scope, req.params.source!))
}
