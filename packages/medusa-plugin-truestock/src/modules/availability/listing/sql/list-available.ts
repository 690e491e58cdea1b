import { type Connection, query } from "../../../../database/connection"
import { quoted, TruestockError } from "../../../../errors"
import type { ShownRow } from "../../shown"
import { rankOf } from "../../status"
import type { FacetValue, ListingFacet, ListingQuery } from "../listing-query"
import { countSql, facetSql } from "./counts"
import { findScopes, type Scopes } from "./find-scopes"
import { isCounted, matchedSql } from "./matching"
import { pageSql } from "./page"
import { CARDS_SQL, shownProductsSql, shownVariantsSql } from "./shown"

/** What the page consists of beside ids: everything about the variants, or what a card shows. */
export type ListingView = "full" | "card"

export type CardRow = {
  id: string
  title: string
  subtitle: string | null
  handle: string
  thumbnail: string | null
  brand_id: string | null
  brand_name: string | null
  /** A decimal text. */
  price: string | null
}

export type ListedRows = {
  count: number
  currency_code: string | null
  /** Product and sort value, in order; one more than was asked for when there is a next page. */
  page: [product_id: string, sort: string | null][]
  /** With what a card shows, if it shows one. */
  products: (ShownRow & Partial<CardRow>)[]
  variants: ShownRow[]
  /** One or several per product; what a card shows is the same in all of them. */
  cards: CardRow[]
  facets: Partial<Record<ListingFacet, FacetValue[]>>
}

const NOTHING: ListedRows = {
  count: 0,
  currency_code: null,
  page: [],
  products: [],
  variants: [],
  cards: [],
  facets: {},
}

/**
 * One page, the exact count, the facets and what is said of the products, in one statement: all of them see the same
 * snapshot, so the count is that of the rows, and no label contradicts the filter. Locks nothing.
 *
 * The entries' product ids are collated "C", those of all other tables are not: compared as they are, Postgres could
 * not use the other tables' indexes and would read them whole for each page.
 */
export async function listAvailable(
  connection: Connection,
  listing: ListingQuery,
  view: ListingView
): Promise<ListedRows> {
  const scopes = await findScopes(connection, listing)
  assertRegion(listing, scopes)
  if (scopes.whole.length === 0) {
    return { ...NOTHING, facets: Object.fromEntries((listing.facets ?? []).map((facet) => [facet, []])) }
  }
  const asked = { name: "asked", isWhole: !listing.category_ids, isOne: scopes.asked.length === 1 } as const
  const whole = { name: "whole", isWhole: true, isOne: scopes.whole.length === 1 } as const
  const facets = (listing.facets ?? []).map(
    (facet) => `'${facet}', ${jsonOf(facetSql(facet, listing, { asked, whole }))}`
  )
  const [listed] = await query<ListedRows>(
    connection,
    `with ${isCounted(listing, asked) ? "" : `matched as materialized (${matchedSql(listing, asked)}),`}
     page as materialized (
       select product_id collate "default" as product_id, sort, place from (${pageSql(listing, asked)}) p
     )
     select (${countSql(listing, asked)}) as count,
       array(select json_build_array(product_id, to_json(sort) #>> '{}') from page order by place) as page,
       ${jsonOf(shownProductsSql(listing, view))} as products,
       ${view === "full" ? jsonOf(shownVariantsSql(listing)) : "cast('[]' as json)"} as variants,
       ${view === "card" && listing.location_ids ? jsonOf(CARDS_SQL) : "cast('[]' as json)"} as cards,
       json_build_object(${facets.join(", ")}) as facets`,
    bindings(listing, scopes)
  )
  const { products, cards } = listed!
  return {
    ...listed!,
    currency_code: scopes.currency_code,
    cards: listing.location_ids ? cards : (products as CardRow[]),
  }
}

/** @throws unknown_region, where prices are looked at or a region is named, and there is none */
function assertRegion({ prices_of, price, order }: ListingQuery, { currency_code }: Scopes): void {
  const region_id = prices_of?.region_id
  const isNeeded = price !== undefined || order.by === "price" || region_id !== undefined
  if (currency_code !== null || !isNeeded) return
  throw new TruestockError(
    "unknown_region",
    region_id === undefined
      ? "Prices need a region: name one with region_id, since the store has no default region."
      : `Parameter region_id has the value ${quoted(region_id)}; no such region exists.`
  )
}

const jsonOf = (rows: string) => `(select coalesce(json_agg(j), '[]') from (${rows}) j)`

function bindings(listing: ListingQuery, scopes: Scopes) {
  const { after, price, search, statuses } = listing
  return {
    sales_channel_ids: listing.sales_channel_ids,
    asked_ids: scopes.asked,
    asked_id: scopes.asked[0] ?? null,
    whole_ids: scopes.whole,
    whole_id: scopes.whole[0] ?? null,
    status_ranks: statuses?.map(rankOf) ?? null,
    purchasable: listing.purchasable ?? null,
    collection_ids: listing.collection_ids ?? null,
    type_ids: listing.type_ids ?? null,
    brand_ids: listing.brand_ids ?? null,
    tag_ids: listing.tag_ids ?? null,
    location_ids: listing.location_ids ?? null,
    words: search ? search.words.map((word) => `'${word}':*`).join(" & ") : null,
    codes: search?.codes ?? null,
    currency_code: scopes.currency_code,
    min_price: price?.min ?? null,
    max_price: price?.max ?? null,
    after_value: after?.value ?? null,
    after_id: after?.product_id ?? null,
    take: listing.limit + 1,
    offset: listing.offset,
  }
}
