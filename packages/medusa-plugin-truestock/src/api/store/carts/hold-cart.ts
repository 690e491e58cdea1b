import type { MedusaRequest } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import type { CartHold } from "../../../modules/inventory_management/cart-hold"

/** Holds what a cart needs, in the name of the request's publishable key. @throws as holdCart of the module */
export async function holdCart(req: MedusaRequest, cart_id: string): Promise<CartHold | null> {
  const { publishable_key_context } = req as { publishable_key_context?: { key: string } }
  return req.scope
    .resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
    .holdCart(cart_id, publishable_key_context?.key ?? null, { idempotency_key: req.get("idempotency-key") })
}
