import fc from "fast-check"
import { BEST_FIRST } from "../../src/modules/availability/status"
import type { Catalogue } from "./random-catalogue"
import { type Asked, type Order, SORTS } from "./reference-listing"

/** What is asked of the listing, and what that means for the reference. */
export type Question = Asked & {
  /** Which of the keys asks. */
  key: number
  limit: number
  /** The query string without limit, offset, cursor and view. */
  parameters: [name: string, value: string][]
}

/** What one filter adds to a question: to the reference's, and to the query string where that says it otherwise. */
type Part = Partial<Asked> & { named?: number }
type Draft = { made: Catalogue; channels: string[]; sold_from: Record<string, string[]> }

export const ORDERS = SORTS.flatMap((sort): Order[] => [sort, `-${sort}`])

const anyOf = (ids: string[], most = ids.length) => fc.subarray(ids, { minLength: 1, maxLength: most })
const price = fc.constantFrom(0, 5, 9.99, 10, 10.01, 25.5)

/** What people type: words and their beginnings, other case and accents, codes with and without their separators. */
const TYPED = [
  ...["atlas", "ATL", "etoile", "Étoile n", "o'neill emile", "lodz 19", "zebra", "e", "1905", "lark"],
  ...[
    "novel",
    "d'ete roman",
    "quill",
    "QUILL novel",
    "arger sohne",
    "nord",
    "nothing like it",
    "!!!",
    "atlas & !x:*",
  ],
  ...[
    "sku-0-p",
    "Sku 9 H",
    "SKU3P",
    "sku-3",
    "978-0-00-000000-2",
    "9780000000064",
    "0-00-000006-X",
    "000000000X",
  ],
]

export const FILTERS = {
  status: () => anyOf([...BEST_FIRST], 3).map((statuses): Part => ({ statuses })),
  purchasable: () => fc.boolean().map((purchasable): Part => ({ purchasable })),
  category_id: ({ made }: Draft) => anyOf(made.categories, 2).map((category_ids): Part => ({ category_ids })),
  collection_id: ({ made }: Draft) =>
    anyOf(made.collections).map((collection_ids): Part => ({ collection_ids })),
  tag_id: ({ made }: Draft) => anyOf(made.tags, 2).map((tag_ids): Part => ({ tag_ids })),
  type_id: ({ made }: Draft) => anyOf(made.types).map((type_ids): Part => ({ type_ids })),
  brand_id: ({ made }: Draft) => anyOf(made.brands, 2).map((brand_ids): Part => ({ brand_ids })),
  q: () => fc.constantFrom(...TYPED).map((q): Part => ({ q })),
  min_price: () => price.map((min_price): Part => ({ min_price })),
  max_price: () => price.map((max_price): Part => ({ max_price })),
  location_id: ({ channels, sold_from }: Draft) =>
    anyOf([...new Set(channels.flatMap((id) => sold_from[id] ?? []))].sort()).map((location_ids): Part => ({
      location_ids,
    })),
  sales_channel_id: ({ channels }: Draft) =>
    fc.nat({ max: channels.length - 1 }).map((named): Part => ({ named })),
} satisfies Record<string, (draft: Draft) => fc.Arbitrary<Part>>

export type Filter = keyof typeof FILTERS
export const FILTER_NAMES = Object.keys(FILTERS) as Filter[]

/**
 * A question with exactly these filters, each with a random value, by a random key. Without the filter `status` it
 * asks for any, or for nothing, which means the default.
 */
export function anyQuestion(
  made: Catalogue,
  sold_from: Record<string, string[]>,
  keys: string[][],
  filters: readonly Filter[],
  orders: readonly Order[] = ORDERS
): fc.Arbitrary<Question> {
  return fc.nat({ max: keys.length - 1 }).chain((key) => {
    const parts = filters.map((name) => FILTERS[name]({ made, channels: keys[key]!, sold_from }))
    const rest = fc.record({
      order: fc.constantFrom(...orders),
      limit: fc.constantFrom(2, 4, 9, 40),
      status: fc.constantFrom("any" as const, "any" as const, "any" as const, undefined),
      currency: fc.constantFrom("usd" as const, "eur" as const),
      isPriced: fc.boolean(),
    })
    return fc.tuple(rest, ...parts).map(([{ status, currency, isPriced, order, limit }, ...drawn]) => {
      const part: Part = Object.assign({}, ...drawn)
      keepTogether(part, keys[key]!, sold_from)
      const { min_price: min, max_price: max } = part
      const needsPrice = isPriced || min !== undefined || max !== undefined || /price/.test(order)
      const asks = { ...part, order, currency: needsPrice ? currency : undefined }
      return question(made, keys, key, asks, part.statuses ?? status, limit)
    })
  })
}

/** What would be refused together, and is tested where refusals are: min above max, another channel's location. */
function keepTogether(part: Part, channels: string[], sold_from: Record<string, string[]>): void {
  if (part.min_price !== undefined && part.max_price !== undefined) {
    const [min_price, max_price] = [part.min_price, part.max_price].sort((a, b) => a - b)
    Object.assign(part, { min_price, max_price })
  }
  if (part.location_ids && part.named !== undefined) {
    const isSelling = (i: number) => part.location_ids!.some((id) => sold_from[channels[i]!]?.includes(id))
    part.named = [part.named, ...channels.keys()].find(isSelling)!
    part.location_ids = part.location_ids.filter((id) => sold_from[channels[part.named!]!]!.includes(id))
  }
}

function question(
  { regions }: Catalogue,
  keys: string[][],
  key: number,
  { named, ...asked }: Part & { order: Order; currency?: "usd" | "eur" },
  statuses: string[] | "any" | undefined,
  limit: number
): Question {
  const channels = named === undefined ? keys[key]! : [keys[key]![named]!]
  const byDefault = asked.purchasable === undefined ? ["in_stock", "low_stock"] : ("any" as const)
  const { currency, order, category_ids, collection_ids, tag_ids, type_ids, brand_ids, location_ids } = asked
  const lists = {
    status: statuses === "any" ? ["any"] : statuses,
    category_id: category_ids,
    collection_id: collection_ids,
    tag_id: tag_ids,
    type_id: type_ids,
    brand_id: brand_ids,
    location_id: location_ids,
    sales_channel_id: named === undefined ? undefined : channels,
  }
  const single = {
    order,
    q: asked.q,
    purchasable: asked.purchasable,
    min_price: asked.min_price,
    max_price: asked.max_price,
    region_id: currency && regions[currency],
  }
  const parameters = [
    ...Object.entries(lists).flatMap(([name, values]) => (values ?? []).map((value) => [name, value])),
    ...Object.entries(single).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]])),
  ] as Question["parameters"]
  return { ...asked, order, statuses: statuses ?? byDefault, channels, key, limit, parameters }
}
