import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { sendCsv } from "../../../send-csv"
import { movementsCsv } from "./csv"
import { parseMovementsQuery } from "./validators"

/**
 * GET /admin/inventory/movements: the ledger, newest first.
 *
 * Query: `inventory_item_id`, `location_id`, `level_id`, `kind` and `reason` (one or many), `reference_type`,
 * `reference_id`, `actor_id`, `correlation_id`, `from` and `to` (ISO 8601, both inclusive), `order` (-id, id),
 * `limit` (50, at most 500), `cursor`, `format` (json, csv). What is given must hold all at once.
 *
 * Answers `{ movements, limit, next_cursor }`; `next_cursor` is null when there is no more. Filters that match
 * little of a long ledger can answer a page that is not full, or empty, and still name a next one. `format=csv`
 * answers all that match as one file. 400 with a code for anything that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { filters, page, format } = parseMovementsQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  if (format === "csv") {
    return sendCsv(movementsCsv(stock.iterateMovements(filters, page.order)), res)
  }
  const { movements, next_cursor } = await stock.listMovements(filters, page)
  res.json({ movements, limit: page.limit, next_cursor })
}
