import { shownById, type ShownAvailability, type ShowOptions } from "../shown"
import { BEST_FIRST } from "../status"
import { writeCursor } from "./cursor"
import type { Facets, ListingQuery } from "./listing-query"
import type { CardRow, ListedRows } from "./sql/list-available"

/** What a listing shows of a product when it shows cards; price = lowest base price, before price lists and tax. */
export type ProductCard = {
  id: string
  title: string
  subtitle: string | null
  handle: string
  thumbnail: string | null
  brand: { id: string; name: string | null } | null
  price: { amount: number; currency_code: string } | null
  availability: ShownAvailability
}

export type ListingPage = {
  /** In order. Fewer than the limit only on the last page, or where a product has just left the channel. */
  product_ids: string[]
  count: number
  next_cursor: string | null
  facets: Facets
  products: Map<string, ShownAvailability>
  variants: Map<string, ShownAvailability>
  /** Empty unless cards were asked for. */
  cards: ProductCard[]
}

/** From rows to what is answered. */
export function listingPage(listed: ListedRows, listing: ListingQuery, options: ShowOptions): ListingPage {
  const page = listed.page.slice(0, listing.limit)
  const products = shownById(listed.products, options)
  const product_ids = page.flatMap(([id]) => (products.has(id) ? [id] : []))
  const cards = new Map(listed.cards.map((row) => [row.id, row]))
  const last = page.at(-1)
  return {
    product_ids,
    count: listed.count,
    next_cursor:
      last && listed.page.length > listing.limit
        ? writeCursor({ product_id: last[0], value: last[1] }, listing.order)
        : null,
    facets: namedFacets(listed.facets),
    products,
    variants: shownById(listed.variants, options),
    cards: product_ids.flatMap((id) => {
      const row = cards.get(id)
      return row ? [card(row, products.get(id)!, listed.currency_code)] : []
    }),
  }
}

function card(row: CardRow, availability: ShownAvailability, currency_code: string | null): ProductCard {
  const { id, title, subtitle, handle, thumbnail, brand_id, brand_name, price } = row
  return {
    id,
    title,
    subtitle,
    handle,
    thumbnail,
    brand: brand_id === null ? null : { id: brand_id, name: brand_name },
    price: price === null || !currency_code ? null : { amount: Number(price), currency_code },
    availability,
  }
}

/** The database counts statuses by rank; the others are values as they are. */
function namedFacets({ status, ...facets }: ListedRows["facets"]): Facets {
  return {
    ...facets,
    ...(status && {
      status: status.map(({ value, count }) => ({ value: BEST_FIRST[Number(value)]!, count })),
    }),
  }
}
