import fc from "fast-check"
import { parseOptions } from "../../../../options"
import type {
  ChannelFacts,
  LevelFacts,
  OverrideFacts,
  PartFacts,
  PolicyFacts,
  ProductFacts,
  SourceFacts,
  VariantFacts,
} from "../../facts"
import { BEST_FIRST } from "../../status"
import type { VariantQuestion } from "../decide-variant"
import { BOOK, CHANNEL, ELSEWHERE, HERE, hours, NEARBY, NOW, product } from "./situations"

/*
 * Random situations out of a small world, so that things meet: few locations, channels and variants, quantities
 * around zero and around the thresholds, and moments on the very edges of the time limits.
 */

const OTHER_BOOK = "variant_other"
const OTHER_CHANNEL = "sc_shop"
const LOCATIONS = [HERE, NEARBY, ELSEWHERE]

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(null), arbitrary)
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 10, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
const moment = fc.constantFrom(-1000, -31, -1, 0, 0.001, 1, 2, 48, 5000).map(hours)
const asOf = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(-100, -30.001, -30, -29.999, -6, -1, 0).map(hours) }
)

const anySource: fc.Arbitrary<SourceFacts> = fc.record({
  as_of: asOf,
  limit_seconds: sometimes(fc.constantFrom(1, 3_600, 7_200)),
  grace_seconds: sometimes(fc.constantFrom(0, 3_600)),
})

/** On both sides of the day for which a date that has come is still told. */
const delivery = fc.record({
  units: fc.integer({ min: 1, max: 9 }),
  expected_at: fc.constantFrom(-1000, -24.001, -24, -23.999, -1, 0, 1, 2, 48, 5000).map(hours),
})

const level = (location_id: string) =>
  fc.record({
    location_id: fc.constant(location_id),
    available: fc.integer({ min: -4, max: 25 }),
    incoming: fc.constantFrom(0, 0, 3),
    as_of: asOf,
    sources: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom<null | undefined | []>(null, undefined, []) },
      { weight: 1, arbitrary: fc.array(anySource, { minLength: 1, maxLength: 2 }) }
    ),
    deliveries: sometimes(fc.array(delivery, { maxLength: 3 })),
  })

export const anyLevel: fc.Arbitrary<LevelFacts> = level(HERE)

const anyPart: fc.Arbitrary<PartFacts> = fc.record({
  inventory_item_id: fc.constantFrom("iitem_a", "iitem_b"),
  required: fc.integer({ min: 1, max: 4 }),
  levels: fc
    .subarray(LOCATIONS)
    .chain((ids) => fc.tuple(...ids.map(level)) as fc.Arbitrary<PartFacts["levels"]>),
})

const anyVariant = (id: string): fc.Arbitrary<VariantFacts> =>
  fc.record({
    id: fc.constant(id),
    manage_inventory: fc.constantFrom(true, true, true, true, false),
    allow_backorder: fc.boolean(),
    parts: fc.array(anyPart, { maxLength: 3 }),
  })

const leadTime = fc.constantFrom({ min: 1, max: 3 }, { min: 0, max: 0 })

const policyOf = (variant_id: string | null, location_id: string | null): fc.Arbitrary<PolicyFacts> =>
  fc.record({
    variant_id: fc.constant(variant_id),
    location_id: fc.constant(location_id),
    low_stock_threshold: sometimes(fc.integer({ min: 0, max: 6 })),
    safety_stock: sometimes(fc.integer({ min: 0, max: 4 })),
    backorder_limit: sometimes(fc.integer({ min: 0, max: 4 })),
    lead_time_days: sometimes(leadTime),
    release_date: seldom(moment),
    strict_on_sale_date: seldom(moment),
    allow_preorder: sometimes(fc.boolean()),
    discontinued: seldom(fc.boolean()),
    not_for_sale: seldom(fc.constantFrom("recalled", "withdrawn")),
  })

const supplyOf = (variant_id: string): fc.Arbitrary<PolicyFacts> =>
  policyOf(variant_id, null).map((said) => ({
    ...said,
    ...{ low_stock_threshold: null, safety_stock: null, backorder_limit: null },
    is_supply: true,
  }))

/** At most one row per scope, as the database's unique index has it, and one per supplied variant, in any order. */
const anyPolicies: fc.Arbitrary<PolicyFacts[]> = fc
  .subarray<[string | null, string | null]>([
    [null, null],
    [BOOK, null],
    [OTHER_BOOK, null],
    [BOOK, HERE],
    [BOOK, NEARBY],
    [BOOK, ELSEWHERE],
    [OTHER_BOOK, HERE],
  ])
  .chain((scopes) => fc.tuple(...scopes.map((scope) => policyOf(...scope))) as fc.Arbitrary<PolicyFacts[]>)
  .chain((policies) =>
    fc
      .subarray([BOOK, OTHER_BOOK])
      .chain((ids) => fc.tuple(...ids.map(supplyOf)) as fc.Arbitrary<PolicyFacts[]>)
      .map((supplies) => [...policies, ...supplies])
  )
  .chain((policies) => fc.shuffledSubarray(policies, { minLength: policies.length }))

const overrideOf = (
  variant_id: string | null,
  sales_channel_id: string | null
): fc.Arbitrary<OverrideFacts> =>
  fc.record({
    variant_id: fc.constant(variant_id),
    sales_channel_id: fc.constant(sales_channel_id),
    status: fc.constantFrom(...BEST_FIRST),
    notes: sometimes(fc.constantFrom("Reprint in March", "Ask Ada")),
    note_visible: fc.boolean(),
    expires_at: sometimes(moment),
  })

const overrideScopes: [string | null, string | null][] = [null, BOOK, OTHER_BOOK].flatMap((variant) =>
  [null, CHANNEL, OTHER_CHANNEL].map((channel): [string | null, string | null] => [variant, channel])
)

/** None in most situations, else they would hide every other row of the table. */
const anyOverrides: fc.Arbitrary<OverrideFacts[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<OverrideFacts[]>([]) },
  {
    weight: 1,
    arbitrary: fc
      .shuffledSubarray(overrideScopes, { maxLength: 4 })
      .chain((scopes) => fc.tuple(...scopes.map((s) => overrideOf(...s))) as fc.Arbitrary<OverrideFacts[]>),
  }
)

export const anyOptions = fc
  .record({
    low_stock_threshold: fc.integer({ min: 0, max: 6 }),
    safety_stock: fc.constantFrom(0, 0, 1, 3),
    backorder_limit: fc.constantFrom(null, 0, 2),
    lead_time_days: sometimes(leadTime),
    allow_preorder: fc.boolean(),
  })
  .map((options) => parseOptions(options))

export const anyQuestion: fc.Arbitrary<VariantQuestion> = fc.record({
  variant: fc.option(anyVariant(BOOK), { nil: null, freq: 12 }), // null once in twelve
  sales_channel_id: fc.constantFrom(CHANNEL, OTHER_CHANNEL, null),
  location_id: fc.option(fc.constantFrom(...LOCATIONS), { nil: undefined }),
  location_ids: fc.subarray(LOCATIONS),
  policies: fc.oneof(fc.constant<PolicyFacts[]>([]), anyPolicies),
  overrides: anyOverrides,
  now: fc.constant(NOW),
  options: anyOptions,
})

const channel = (id: string): fc.Arbitrary<ChannelFacts> =>
  fc.record({ id: fc.constant(id), location_ids: fc.subarray(LOCATIONS) })

export const anyProduct: fc.Arbitrary<ProductFacts> = fc
  .record({
    variants: fc
      .subarray([BOOK, OTHER_BOOK])
      .chain((ids) => fc.tuple(...ids.map(anyVariant)) as fc.Arbitrary<VariantFacts[]>),
    channels: fc
      .subarray([CHANNEL, OTHER_CHANNEL])
      .chain((ids) => fc.tuple(...ids.map(channel)) as fc.Arbitrary<ChannelFacts[]>),
    policies: fc.oneof(fc.constant<PolicyFacts[]>([]), anyPolicies),
    overrides: anyOverrides,
  })
  .map(product)
