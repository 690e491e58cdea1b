import "server-only"
import type { Availability } from "truestock-storefront-kit"
import { linesOf, type Cart, type Line } from "./cart"
import { FRESH, orNull, shop } from "./shop"

/** A line that the shop could not sell now. `available` null = some, and it does not tell how many. */
export type Shortage = { line_id: string; title: string; requested: number; available: number | null }

/**
 * Which lines of the cart cannot be had any more, asked now. What the cart itself holds is not gone for it, though the
 * shop's availability counts it so.
 */
export async function readShortages(cart: Cart): Promise<Shortage[]> {
  const lines = linesOf(cart).filter((line) => line.product_id && line.variant_id)
  const [held, known] = await Promise.all([heldBy(cart.id), availabilityOf(lines)])
  return lines.flatMap((line) => {
    const mine = held.get(line.id) ?? 0
    const available = unitsFor(line, known.get(line.variant_id!) ?? null, mine)
    if (available === null || available >= line.quantity) return []
    return [
      { line_id: line.id, title: line.product_title ?? line.title, requested: line.quantity, available },
    ]
  })
}

/** null = as many as one likes, as far as one can know before asking for a hold. */
function unitsFor(line: Line, availability: Availability | null, mine: number): number | null {
  if (!availability?.purchasable) return mine
  const { status, quantity } = availability
  const isFromStock = status === "in_stock" || status === "low_stock"
  if (!isFromStock || line.variant?.allow_backorder || typeof quantity !== "number") return null
  return quantity + mine
}

async function heldBy(cartId: string): Promise<Map<string, number>> {
  const answer = await orNull(shop().getCartHold(cartId, FRESH))
  return new Map(answer?.hold?.lines.map((line) => [line.line_item_id, line.quantity]))
}

async function availabilityOf(lines: Line[]): Promise<Map<string, Availability>> {
  const ids = [...new Set(lines.map((line) => line.product_id!))]
  const answers = await Promise.all(ids.map((id) => orNull(shop().getProductAvailability(id, FRESH))))
  return new Map(
    answers.flatMap((answer) => answer?.availability.variants ?? []).map((each) => [each.variant_id, each])
  )
}
