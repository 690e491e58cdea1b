import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { assertPurchasable, type CartLine } from "./assert-purchasable"

type UpdateLineItem = {
  input: { item_id: string; update: { quantity?: CartLine["quantity"] } }
  cart: { id: string; sales_channel_id?: string | null; items?: (CartLine & { id: string })[] }
}

/**
 * For the hook `validate` of core's updateLineItemInCartWorkflow. A line can always be taken out (quantity 0), and
 * changed in what is not its quantity.
 *
 * @throws not_purchasable, insufficient_inventory
 */
export async function validateUpdateLineItem(
  { input, cart }: UpdateLineItem,
  { container }: { container: MedusaContainer }
): Promise<void> {
  const { quantity } = input.update
  const line = cart.items?.find(({ id }) => id === input.item_id)
  if (!line || quantity === undefined || quantity === null || MathBN.lte(quantity, 0)) return
  const others = cart.items!.filter((other) => other !== line)
  await assertPurchasable(
    container,
    cart.sales_channel_id,
    [{ variant_id: line.variant_id, quantity }],
    others,
    cart.id
  )
}
