import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../modules/inventory_management"
import { setLocationProfileWorkflow } from "../../../../../workflows/inventory/set-location-profile"
import { parseQuery } from "../../../../query-parameters"
import { parseLocationBody } from "../validators"

/** GET /admin/inventory/locations/:location_id: `{ location }`, as in the list. 404 `location_not_found`. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json({ location: await stock.retrieveLocation(req.params.location_id!) })
}

/**
 * POST /admin/inventory/locations/:location_id `{ code?, kind?, is_active?, priority?, backup_for? }`: what Truestock
 * knows of a stock location. What is left out stays; null clears `code` and `backup_for`. Name and address are
 * Medusa's, and changed there. Answers `{ location }`.
 *
 * 400 `invalid_body`, `invalid_location`, `invalid_backup` (itself, one that there is not, or in a circle); 404
 * `location_not_found`; 409 `duplicate_location_code`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result } = await setLocationProfileWorkflow(req.scope).run({
    input: { ...parseLocationBody(req.body), location_id: req.params.location_id! },
  })
  res.json({ location: result })
}
