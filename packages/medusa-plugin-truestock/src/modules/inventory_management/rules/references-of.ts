import type { MovementReference, ReferenceType } from "../movement"

/** Where core's order events name what they are about. */
const NAMED_BY: Record<string, ReferenceType> = {
  order_id: "order",
  fulfillment_id: "fulfillment",
  return_id: "return",
  claim_id: "claim",
  exchange_id: "exchange",
  cart_id: "cart",
}

/**
 * What an event says that the movements of its workflow belong to. Events of an order itself call it `id`
 * (order.placed, order.canceled), all others `order_id`.
 */
export function referencesOf(event: string, data: unknown): MovementReference[] {
  const named = (data ?? {}) as Record<string, unknown>
  const ids = { ...named, order_id: named.order_id ?? (event.startsWith("order.") ? named.id : undefined) }
  return Object.entries(NAMED_BY).flatMap(([name, type]) => {
    const id = ids[name as keyof typeof ids]
    return typeof id === "string" && id !== "" ? [{ type, id }] : []
  })
}
