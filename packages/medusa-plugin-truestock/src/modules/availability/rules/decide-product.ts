import type { TruestockOptions } from "../../../options"
import type { StockFacts, VariantFacts } from "../facts"
import { rollUp } from "./best-of"
import { decideVariant, type VariantDecision } from "./decide-variant"

/** A decision that stands for several: `purchasable` as soon as one of them is. */
export type ProductDecision = VariantDecision

export type ChannelDecision = {
  sales_channel_id: string
  product: ProductDecision
  variants: { variant_id: string; decision: VariantDecision }[]
}

export type ProductAvailability = {
  product_id: string
  /** The product's best channel; for a product in no channel, what holds of it without any location. */
  summary: ProductDecision
  channels: ChannelDecision[]
  /** Every level's location of every variant, judged alone: for all channels (null), and for those with a word of their own. */
  locations: {
    variant_id: string
    location_id: string
    sales_channel_id: string | null
    decision: VariantDecision
  }[]
  /** The first moment at which time alone may change any of this. */
  due_at: Date | null
}

/** Applies the rules to everything known of one product. */
export function decideProduct(facts: StockFacts, now: Date, options: TruestockOptions): ProductAvailability {
  const shared = { policies: facts.policies, overrides: facts.overrides, now, options }
  const decide = (variant: VariantFacts | null, channelId: string | null, locationIds: readonly string[]) =>
    decideVariant({ ...shared, variant, sales_channel_id: channelId, location_ids: locationIds })

  const decideChannel = (id: string | null, locationIds: readonly string[]) => {
    const variants = facts.variants.map((v) => ({ variant_id: v.id, decision: decide(v, id, locationIds) }))
    const product = rollUpDecisions(variants.map((v) => v.decision)) ?? decide(null, id, locationIds)
    return { product, variants }
  }
  const channels = facts.channels.map((c) => ({
    sales_channel_id: c.id,
    ...decideChannel(c.id, c.location_ids),
  }))
  const summary = rollUpDecisions(channels.map((c) => c.product)) ?? decideChannel(null, []).product

  const decideAt = (variant: VariantFacts, location_id: string, sales_channel_id: string | null) => ({
    variant_id: variant.id,
    location_id,
    sales_channel_id,
    decision: decideVariant({
      ...shared,
      variant,
      sales_channel_id,
      location_id,
      location_ids: facts.inactive_location_ids.includes(location_id) ? [] : [location_id],
    }),
  })
  const judgedApart = [null, ...channelsWithOverride(facts)]
  const locations = facts.variants.flatMap((variant) =>
    locationsOf(variant).flatMap((id) => judgedApart.map((channel) => decideAt(variant, id, channel)))
  )
  const all = [...channels.flatMap((c) => c.variants), ...locations].map(({ decision }) => decision)

  return {
    product_id: facts.product_id,
    summary,
    channels,
    locations,
    due_at: firstDue([summary, ...all]),
  }
}

/** Channels of the product that somebody has decided about apart from the others. */
function channelsWithOverride({ channels, overrides }: StockFacts): string[] {
  return channels.map((c) => c.id).filter((id) => overrides.some((o) => o.sales_channel_id === id))
}

/** Time may change the roll-up as soon as it may change any part of it. */
export function rollUpDecisions(decisions: readonly VariantDecision[]): VariantDecision | null {
  const rolledUp = rollUp(decisions)
  return rolledUp && { ...rolledUp, due_at: firstDue(decisions) }
}

function locationsOf(variant: VariantFacts): string[] {
  return [...new Set(variant.parts.flatMap((part) => part.levels.map((level) => level.location_id)))].sort()
}

function firstDue(decisions: readonly VariantDecision[]): Date | null {
  return decisions.reduce<Date | null>(
    (first, { due_at }) => (due_at && (first === null || due_at < first) ? due_at : first),
    null
  )
}
