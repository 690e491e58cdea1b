import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { isStorable } from "../../storable-text"
import { assertPurchasable, type CartLine, variantsOf } from "./assert-purchasable"

type AddToCart = {
  input: { cart_id: string; items?: CartLine[] }
  cart: { sales_channel_id?: string | null }
}

/**
 * For the hook `validate` of core's addToCartWorkflow: refuses what the cart's sales channel cannot sell, and more of it
 * than one order can get, what the cart holds already included (core adds to an existing line, or makes a second one).
 *
 * @throws not_purchasable, insufficient_inventory
 */
export async function validateAddToCart(
  { input, cart }: AddToCart,
  { container }: { container: MedusaContainer }
): Promise<void> {
  const wanted = input.items ?? []
  // Nothing can be held of what the database cannot even look for.
  const variantIds = variantsOf(wanted).filter(isStorable)
  // Read under core's lock of the cart.
  const held = variantIds.length
    ? await container
        .resolve(Modules.CART)
        .listLineItems(
          { cart_id: input.cart_id, variant_id: variantIds },
          { select: ["variant_id", "quantity"] }
        )
    : []
  await assertPurchasable(container, cart.sales_channel_id, wanted, held, input.cart_id)
}
