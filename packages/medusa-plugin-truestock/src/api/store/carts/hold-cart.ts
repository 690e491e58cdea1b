import type { MedusaRequest } from "@medusajs/framework/http"
import {
  INVENTORY_MANAGEMENT_MODULE,
  type InventoryManagementModuleService,
} from "../../../modules/inventory_management"
import { InsufficientInventory } from "../../../errors"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"
import type { CartHold } from "../../../modules/inventory_management/cart-hold"

/**
 * Holds what a cart needs, in the name of the request's publishable key. How many there are is told where the shop
 * tells it (`expose_quantity`).
 *
 * @throws as holdCart of the module
 */
export async function holdCart(
  req: MedusaRequest,
  cart_id: string,
  idempotency_key?: string
): Promise<CartHold | null> {
  const { publishable_key_context } = req as { publishable_key_context?: { key: string } }
  const stock = req.scope.resolve<InventoryManagementModuleService>(INVENTORY_MANAGEMENT_MODULE)
  const asking = { idempotency_key, key_scope: cart_id }
  try {
    return await stock.holdCart(cart_id, publishable_key_context?.key ?? null, asking)
  } catch (error) {
    const { storeOptions } = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
    if (!(error instanceof InsufficientInventory) || storeOptions.expose_quantity) throw error
    throw new InsufficientInventory("Insufficient inventory: the cart asks for more than there is now.")
  }
}
