import type { MedusaContainer } from "@medusajs/framework/types"
import { assertPurchasable, type CartLine } from "./assert-purchasable"

type CreateCart = { cart: { sales_channel_id?: string | null; items?: CartLine[] } }

/**
 * For the hook `validate` of core's createCartWorkflow, for carts that are made with lines. Core runs it after its own
 * check of the stock: what that one refuses is refused in core's words.
 *
 * @throws not_purchasable, insufficient_inventory
 */
export async function validateCreateCart(
  { cart }: CreateCart,
  { container }: { container: MedusaContainer }
): Promise<void> {
  await assertPurchasable(container, cart.sales_channel_id, cart.items ?? [])
}
