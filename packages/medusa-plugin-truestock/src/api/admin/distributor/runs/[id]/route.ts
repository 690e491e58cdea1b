import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { parseQuery } from "../../../../query-parameters"
import { distributorOf } from "../../distributor-module"

/** GET /admin/distributor/runs/:id: a run, how far it is and what its guards said. Answers `{ run }`. 404 `run_not_found`. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  res.json({ run: await distributorOf(req).retrieveRun(req.params.id!) })
}
