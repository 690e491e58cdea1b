import "server-only"
import type { HttpTypes } from "@medusajs/types"
import { isTruestockApiError } from "truestock-storefront-kit"
import { recall, signedIn } from "./session"
import { FRESH, orNull, shop } from "./shop"

export type Order = HttpTypes.StoreOrder
export type Customer = HttpTypes.StoreCustomer

const FIELDS = encodeURIComponent("*items,*shipping_address,*shipping_methods,+customer_id")

/** Who is signed in; null for guests, also where the login has ended. */
export async function readCustomer(): Promise<Customer | null> {
  if (!(await recall("token"))) return null
  try {
    const { customer } = await shop().request<{ customer: Customer }>(
      "/store/customers/me?fields=*addresses",
      {},
      { ...FRESH, ...(await signedIn()) }
    )
    return customer
  } catch (error) {
    if (isTruestockApiError(error) && error.status === 401) return null
    throw error
  }
}

/** The customer's orders, the newest first. */
export async function readOrders(): Promise<Order[]> {
  const { orders } = await shop().request<{ orders: Order[] }>(
    `/store/orders?order=-created_at&limit=50&fields=${FIELDS}`,
    {},
    { ...FRESH, ...(await signedIn()) }
  )
  return orders
}

/**
 * An order, for whoever may see it: who has just placed it in this browser, and the customer whose it is. The shop tells
 * it to anybody who knows its id; an address that is passed on should not.
 */
export async function readOrder(id: string): Promise<Order | null> {
  const answer = await orNull(
    shop().request<{ order: Order }>(`/store/orders/${encodeURIComponent(id)}?fields=${FIELDS}`, {}, FRESH)
  )
  if (!answer) return null
  if ((await recall("order")) === id) return answer.order
  const customer = await readCustomer()
  return customer && answer.order.customer_id === customer.id ? answer.order : null
}
