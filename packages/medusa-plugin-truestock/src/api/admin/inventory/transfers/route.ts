import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../modules/inventory_management"
import { createTransferWorkflow } from "../../../../workflows/stockroom/create-transfer"
import { idempotencyKey } from "../../../idempotency-key"
import { parseQuery } from "../../../query-parameters"
import { parseTransferBody, parseTransfersQuery } from "./validators"

/**
 * GET /admin/inventory/transfers: transfers with their lines, newest first.
 *
 * Query: `status` (draft, in_transit, received, cancelled), `from_location_id`, `to_location_id`, `inventory_item_id`,
 * `limit` (20, at most 100), `offset`. Answers `{ transfers, count, limit, offset }`; `count` is exact. 400 with a code
 * for anything that is not understood.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const question = parseTransfersQuery(req.query)
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  res.json({ ...(await stock.listTransfers(question)), limit: question.limit, offset: question.offset })
}

/**
 * POST /admin/inventory/transfers `{ from_location_id, to_location_id, lines: [{ inventory_item_id, quantity }], note? }`,
 * up to 1,000 lines, each item once: a draft, which touches no stock. Answers `{ transfer }`.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`, `invalid_transfer`,
 * `invalid_quantity`, `duplicate_row`, `unknown_location`, `invalid_key`; 404 `item_not_found`; 409 `key_in_use`,
 * `key_reused`; nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  parseQuery({}, {}, req.query)
  const { result: transfer } = await createTransferWorkflow(req.scope).run({
    input: {
      ...parseTransferBody(req.body, req.auth_context.actor_id),
      idempotency_key: idempotencyKey(req),
    },
  })
  res.json({ transfer })
}
