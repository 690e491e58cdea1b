import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../../../modules/inventory_management"
import { idempotencyKey } from "../../../../idempotency-key"
import { holdCart } from "../../hold-cart"

/**
 * POST /store/carts/:id/hold: holds what the cart needs, for 15 minutes (option `hold`), all of it or nothing. Again:
 * follows the cart's lines and lasts longer, up to 60 minutes from its first moment. Body: none. Header
 * `Idempotency-Key` is honoured, for this cart.
 *
 * Answers `{ hold: { cart_id, expires_at, now, lines: [{ line_item_id, variant_id, quantity, expires_at }] } | null }`;
 * null = nothing in it is managed stock. 409 insufficient_inventory (with requested and available, where the shop exposes quantities), cart_completed,
 * too_many_holds; 404 cart_not_found.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ hold: await holdCart(req, req.params.id!, idempotencyKey(req)) })
}

/** GET /store/carts/:id/hold: what the cart holds now, as above. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ hold: await stockOf(req).retrieveCartHold(req.params.id!) })
}

/** DELETE /store/carts/:id/hold: gives it back. Answers `{ id, object: "cart_hold", deleted: true }`, also for nothing. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await stockOf(req).releaseCartHold(req.params.id!)
  res.json({ id: req.params.id, object: "cart_hold", deleted: true })
}

const stockOf = (req: MedusaRequest) =>
  req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
