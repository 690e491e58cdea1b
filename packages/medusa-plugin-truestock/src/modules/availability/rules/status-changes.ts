import type { StockFacts } from "../facts"
import type { AvailabilityStatus } from "../status"
import type { ProductAvailability } from "./decide-product"

/** `from` null = first known; `to` null = the product left the channel, or is gone. */
export type StatusChange = {
  product_id: string
  /** null only for a product that is in no channel. */
  sales_channel_id: string | null
  from: AvailabilityStatus | null
  to: AvailabilityStatus | null
  reason: string | null
}

/** What changed between the last refresh of a product and this decision; nothing when nothing changed. */
export function statusChanges(facts: StockFacts, decided: ProductAvailability | null): StatusChange[] {
  const change = (
    sales_channel_id: string | null,
    from: AvailabilityStatus | null,
    to: AvailabilityStatus | null,
    reason: string | null
  ): StatusChange[] =>
    from === to ? [] : [{ product_id: facts.product_id, sales_channel_id, from, to, reason }]

  const before = facts.previous_channels
  const now = decided?.channels ?? []
  const left = Object.keys(before).filter((id) => !now.some((channel) => channel.sales_channel_id === id))

  const inChannels = [
    ...left.flatMap((id) => change(id, before[id] ?? null, null, null)),
    ...now.flatMap(({ sales_channel_id: id, product }) =>
      change(id, before[id] ?? null, product.status, product.reason)
    ),
  ]
  const isInNoChannel = now.length === 0 && left.length === 0
  if (!isInNoChannel) {
    return inChannels
  }
  return change(null, facts.previous_status, decided?.summary.status ?? null, decided?.summary.reason ?? null)
}
