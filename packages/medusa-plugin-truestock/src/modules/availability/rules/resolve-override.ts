import type { OverrideFacts } from "../facts"

/**
 * The manual override that holds for a variant in a channel at a moment, or null. The more specific wins:
 * variant and channel, variant, channel, product. An expired one holds no longer.
 */
export function resolveOverride(
  overrides: readonly OverrideFacts[],
  variantId: string | null,
  channelId: string | null,
  now: Date
): OverrideFacts | null {
  const holding = overrides.filter(
    (o) =>
      (o.variant_id === null || o.variant_id === variantId) &&
      (o.sales_channel_id === null || o.sales_channel_id === channelId) &&
      (o.expires_at === null || new Date(o.expires_at) > now)
  )
  const specificity = (o: OverrideFacts) => (o.variant_id ? 2 : 0) + (o.sales_channel_id ? 1 : 0)
  return holding.reduce<OverrideFacts | null>(
    (best, o) => (best === null || specificity(o) > specificity(best) ? o : best),
    null
  )
}
