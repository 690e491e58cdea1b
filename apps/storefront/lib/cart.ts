import "server-only"
import { cache } from "react"
import type { HttpTypes } from "@medusajs/types"
import { recall } from "./session"
import { FRESH, orNull, shop } from "./shop"

export type Cart = HttpTypes.StoreCart & {
  items?: HttpTypes.StoreCartLineItem[]
  completed_at?: string | null
}
export type Line = HttpTypes.StoreCartLineItem

const FIELDS = "*items,*items.variant,+completed_at,*shipping_address,*shipping_methods,*payment_collection"

export const cartPath = (id: string, rest = "") => `/store/carts/${encodeURIComponent(id)}${rest}`

/** The shopper's cart; null where there is none, or it is an order already. */
export const readCart = cache(async (): Promise<Cart | null> => {
  const id = await recall("cart")
  if (!id) return null
  const answer = await orNull(
    shop().request<{ cart: Cart }>(`${cartPath(id)}?fields=${encodeURIComponent(FIELDS)}`, {}, FRESH)
  )
  return answer && !answer.cart.completed_at ? answer.cart : null
})

export const linesOf = (cart: Cart | null): Line[] =>
  [...(cart?.items ?? [])].sort((a, b) =>
    String(a.created_at ?? "").localeCompare(String(b.created_at ?? ""))
  )

export const unitsIn = (cart: Cart | null): number =>
  linesOf(cart).reduce((units, line) => units + line.quantity, 0)
