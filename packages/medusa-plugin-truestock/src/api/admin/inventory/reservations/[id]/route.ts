import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../modules/inventory_management"
import { parseQuery } from "../../../../query-parameters"

/**
 * GET /admin/inventory/reservations/:id: `{ reservation }`, a hold in any state as the list answers it, or a
 * reservation of core's, which does not expire and is `confirmed`. 404 `reservation_not_found`.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json({ reservation: await stock.retrieveReservation(req.params.id!) })
}
