import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../modules/inventory_management"
import { changeTransferWorkflow } from "../../../../../workflows/stockroom/change-transfer"
import { idempotencyKey } from "../../../../idempotency-key"
import { parseQuery } from "../../../../query-parameters"
import { parseTransferChangeBody } from "../validators"

/** GET /admin/inventory/transfers/:id: answers `{ transfer }`. 404 `transfer_not_found`. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json({ transfer: await stock.retrieveTransfer(req.params.id!) })
}

/**
 * POST /admin/inventory/transfers/:id `{ lines?, note? }`: changes a draft; the lines take the place of all that there
 * are. Answers `{ transfer }`. 400 `invalid_transfer`, `invalid_quantity`, `duplicate_row`; 404 `transfer_not_found`,
 * `item_not_found`; 409 `transfer_state` (no draft).
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result: transfer } = await changeTransferWorkflow(req.scope).run({
    input: { ...parseTransferChangeBody(req.body), id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ transfer })
}
