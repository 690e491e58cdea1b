import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryKey } from "@tanstack/react-query"
import type { TruestockApiError } from "../client/api-error.js"
import type { Listing, ListingFilters } from "../client/listing.js"
import type { TruestockClient } from "../client/truestock-client.js"

/** Begins the key of every query of this package: invalidate it after a login, or a change of locale or stock. */
export const TRUESTOCK_QUERIES = ["truestock"] as const

/** Of either view. */
export type AnyFilters = ListingFilters & { view?: "full" | "card" }

/** A listing has pages; which one is the query's business. */
export type Unpaged<Filters> = Omit<Filters, "offset" | "cursor">

/**
 * One page of the listing for react-query, as `useAvailableProducts` asks it: to prefetch it on a server, or to read
 * it from the cache. Filters that are equal are one query, whichever object they stand in.
 */
export function availableProductsQuery<Product>(client: TruestockClient, filters: AnyFilters) {
  return queryOptions<Listing<Product>, TruestockApiError>({
    queryKey: [...TRUESTOCK_QUERIES, "available-products", client.shop, filters],
    queryFn: ({ signal }) => page<Product>(client, filters, signal),
  })
}

/** The listing from its beginning, page by page, as `useInfiniteAvailableProducts` asks it. */
export function infiniteAvailableProductsQuery<Product>(
  client: TruestockClient,
  filters: Unpaged<AnyFilters>
) {
  type Page = Listing<Product>
  return infiniteQueryOptions<Page, TruestockApiError, InfiniteData<Page>, QueryKey, string | null>({
    queryKey: [...TRUESTOCK_QUERIES, "available-products-by-cursor", client.shop, filters],
    queryFn: ({ signal, pageParam }) => page<Product>(client, { ...filters, cursor: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.next_cursor,
  })
}

/** Which type the products have follows from the view, and that is known where the hook is called. */
function page<Product>(client: TruestockClient, filters: AnyFilters, signal: AbortSignal) {
  return client.listAvailableProducts(filters as never, { signal }) as Promise<unknown> as Promise<
    Listing<Product>
  >
}
