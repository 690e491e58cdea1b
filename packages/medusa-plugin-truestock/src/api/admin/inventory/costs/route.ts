import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setCostsWorkflow } from "../../../../workflows/costs/set-costs"
import { idempotencyKey } from "../../../idempotency-key"
import { parseCosts } from "./validators"

/**
 * POST /admin/inventory/costs `{ costs: [{ sku | inventory_item_id, unit_cost, currency_code }], reason? }`, or a CSV file
 * (`Content-Type: text/csv`, UTF-8) with the columns sku or inventory_item_id, unit_cost and currency, and `?reason=`: what
 * a unit of an item costs from now on, in place of its moving average. Up to 100,000, each item once, all or none. Kept
 * with who said so, when and why (default: correction). Answers `{ costs: [{ id, inventory_item_id, sku, unit_cost,
 * currency_code, previous_cost }] }`, in the order of the rows.
 *
 * A retry with the same header Idempotency-Key is answered as the first request was. 400 `invalid_body`, `invalid_csv`,
 * `invalid_cost`, `duplicate_row`, `too_many_rows`, `unknown_parameter`, `invalid_key`; 404 `item_not_found`; 409
 * `currency_differs`, `key_in_use`, `key_reused`, `stock_busy`; each names the line of the file (from 1) or the row of
 * the list (from 0), and nothing is changed then.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { result: costs } = await setCostsWorkflow(req.scope).run({
    input: { ...(await parseCosts(req)), idempotency_key: idempotencyKey(req) },
  })
  res.json({ costs })
}
