import type { AvailabilityStatus } from "../status"
import type { Cursor } from "./cursor"
import type { Search } from "./search-text"

export const LISTING_SORTS = ["availability", "title", "created_at", "updated_at", "price"] as const
export type ListingSort = (typeof LISTING_SORTS)[number]
export type ListingOrder = { by: ListingSort; descending: boolean }

export const LISTING_FACETS = ["status", "category_id"] as const
export type ListingFacet = (typeof LISTING_FACETS)[number]

/** Lowest base price of a product in a currency. Decimal texts, both ends included. */
export type PriceRange = { min?: string; max?: string }

/** What a listing is asked for. Lists mean "any of"; what is left out does not filter. */
export type ListingQuery = {
  /** The channels of the key, or the one that was named. Several: the best status of them. */
  sales_channel_ids: string[]
  /** null = any status. */
  statuses: readonly AvailabilityStatus[] | null
  purchasable?: boolean
  /** Products of any of these categories or their descendants. */
  category_ids?: string[]
  collection_ids?: string[]
  tag_ids?: string[]
  type_ids?: string[]
  brand_ids?: string[]
  search?: Search
  /** Whose currency prices are in: a region's, or that of the store's default region. Without it there are no prices. */
  prices_of?: { region_id?: string }
  price?: PriceRange
  /** Status at these stock locations instead of in the channel, as far as its channels sell from them. */
  location_ids?: string[]
  order: ListingOrder
  limit: number
  offset: number
  /** Goes on behind this row; then the offset is 0. */
  after?: Cursor
  facets?: readonly ListingFacet[]
}

export type FacetValue = { value: string; count: number }
export type Facets = Partial<Record<ListingFacet, FacetValue[]>>
