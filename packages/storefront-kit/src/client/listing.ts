import type { AvailabilityStatus } from "../rules/availability.js"
import type { ProductCard } from "./availability.js"

type OneOrMany<T> = T | readonly T[]

type SortKey = "availability" | "title" | "created_at" | "updated_at" | "price"

/** Ascending, or descending with a `-`. */
export type ListingOrder = SortKey | `-${SortKey}`

/** What the products of a listing can be counted by. */
export type FacetName = "status" | "category_id"

/**
 * What `GET /store/products/available` can be asked, by the API's own names. What is left out, null or an empty array
 * is not sent.
 */
export type ListingFilters = {
  /** Default: `in_stock` and `low_stock`; any where `purchasable` is given. */
  status?: OneOrMany<AvailabilityStatus> | "any" | null
  purchasable?: boolean | null
  /** Products of the category or its descendants. */
  category_id?: OneOrMany<string> | null
  collection_id?: OneOrMany<string> | null
  tag_id?: OneOrMany<string> | null
  type_id?: OneOrMany<string> | null
  brand_id?: OneOrMany<string> | null
  /** Beginnings of words in title, subtitle or brand, or a whole SKU, EAN, UPC, barcode or ISBN; not empty. */
  q?: string | null
  /** Of the lowest base price in the currency of `region_id`, before price lists and tax. */
  min_price?: number | null
  max_price?: number | null
  /** Then statuses are those at these stock locations, which the key's channels must sell from. */
  location_id?: OneOrMany<string> | null
  /** Must be the publishable key's; default: all of them. */
  sales_channel_id?: OneOrMany<string> | null
  /** Default: `-created_at`. */
  order?: ListingOrder | null
  /** Products per page, 1 to 100; default 20. */
  limit?: number | null
  /** Products to pass over; instead of `cursor`. */
  offset?: number | null
  /** `next_cursor` of the page before. */
  cursor?: string | null
  facets?: OneOrMany<FacetName> | null
  /** `region_id`, `country_code`, `province`, `cart_id` and `fields` are those of Medusa's own product list. */
  region_id?: string | null
  country_code?: string | null
  province?: string | null
  cart_id?: string | null
  fields?: OneOrMany<string> | null
}

/** Asks for whole products. */
export type ProductFilters = ListingFilters & { view?: "full" }

/** Asks for cards, whose fields are fixed. */
export type CardFilters = ListingFilters & { view: "card"; fields?: null }

/** Per value what `count` would be if it alone were chosen; only the facets that were asked for. */
export type Facets = {
  status?: { value: AvailabilityStatus; count: number }[]
  category_id?: { value: string; count: number }[]
}

/** What facets are counted of; default of `facets`: all there are. */
export type FacetFilters = Omit<ListingFilters, "limit" | "offset" | "cursor" | "order" | "fields">

/** Counts of a listing without its products. */
export type FacetCounts = { count: number; facets: Facets }

/** One page of a listing: of products, or of cards. */
export type Listing<Product = ProductCard> = {
  products: Product[]
  /** Of all pages, exact. */
  count: number
  offset: number
  limit: number
  /** null behind the last product. */
  next_cursor: string | null
  facets?: Facets
}
