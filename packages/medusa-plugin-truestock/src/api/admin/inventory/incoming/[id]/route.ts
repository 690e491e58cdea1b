import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../modules/inventory_management"
import { changeIncomingWorkflow } from "../../../../../workflows/stockroom/change-incoming"
import { idempotencyKey } from "../../../../idempotency-key"
import { parseQuery } from "../../../../query-parameters"
import { parseChangeBody } from "../validators"

/** GET /admin/inventory/incoming/:id: answers `{ incoming }`. 404 `incoming_not_found`. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json({ incoming: await stock.retrieveIncoming(req.params.id!) })
}

/**
 * POST /admin/inventory/incoming/:id `{ quantity?, expected_at?, supplier?, note? }`: what is not named stays, null
 * clears. Answers `{ incoming }`. 400 `invalid_incoming`, `invalid_quantity`, `invalid_date`; 404 `incoming_not_found`; 409
 * `incoming_closed`, `incoming_exceeded` (no more than has come already).
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result: incoming } = await changeIncomingWorkflow(req.scope).run({
    input: { ...parseChangeBody(req.body), id: req.params.id!, idempotency_key: idempotencyKey(req) },
  })
  res.json({ incoming })
}
