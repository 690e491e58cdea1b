import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { parseLocationsQuery } from "./validators"

/**
 * GET /admin/inventory/locations: Medusa's stock locations by name, with what Truestock knows of them.
 *
 * Query: `location_id`, `code` (exactly), `kind` (warehouse, store, dropship, virtual), `is_active`, `q` (a part of name
 * or code), `limit` (20, at most 100), `offset`. Answers `{ locations: [{ location_id, name, code, kind, is_active,
 * priority, backup_for, address: { company, address_1, address_2, city, postal_code, province, country_code, phone } |
 * null }], count, limit, offset }`; `count` is exact. 400 with a code for anything that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { filters, page } = parseLocationsQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const [locations, count] = await stock.listAndCountLocations(filters, page)
  res.json({ locations, count, ...page })
}
