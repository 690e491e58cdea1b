import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertAtDistributors } from "./assert-at-distributors"
import { assertPurchasable, type CartLine } from "./assert-purchasable"
import type { StockedCart } from "./first-places"

type CompleteCart = {
  cart: {
    id: string
    sales_channel_id?: string | null
    items?: (CartLine & NonNullable<StockedCart["items"]>[number])[]
  }
}

/**
 * For the hook `validate` of core's completeCartWorkflow: the last look before the order is made. Nothing is reserved
 * yet, and core gives back what was paid. A cart that is an order already is let through: core answers that order
 * again, whatever has become of the stock. Distributors are asked last, where the shop wants that.
 *
 * @throws not_purchasable, insufficient_inventory, stock_not_confirmed
 */
export async function validateCompleteCart(
  { cart }: CompleteCart,
  { container }: { container: MedusaContainer }
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: orders } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: cart.id },
  })
  if (orders.length > 0) return
  await assertPurchasable(container, cart.sales_channel_id, cart.items ?? [], [], cart.id)
  await assertAtDistributors(container, cart)
}
