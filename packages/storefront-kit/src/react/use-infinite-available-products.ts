"use client"

import { useInfiniteQuery } from "@tanstack/react-query"
import type { HttpTypes } from "@medusajs/types"
import { useMemo } from "react"
import type { AvailableProduct, ProductCard } from "../client/availability.js"
import type { CardFilters, ProductFilters } from "../client/listing.js"
import { type AnyFilters, infiniteAvailableProductsQuery, type Unpaged } from "./available-products-query.js"
import { useTruestock } from "./truestock-provider.js"
import type { AvailableProducts } from "./use-available-products.js"
import { useRetry } from "./use-retry.js"

/** All pages fetched so far, as one list. `count` and `facets` are those of the freshest page. */
export type InfiniteAvailableProducts<Product> = AvailableProducts<Product> & {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  /** Adds the next page; does nothing behind the last one. */
  fetchNextPage: () => Promise<unknown>
}

type Settings = { enabled?: boolean; staleTime?: number; gcTime?: number }

/**
 * The products that are available, page after page by cursor, so that none is shown twice or left out when stock
 * changes in between. For the rest see `useAvailableProducts`.
 */
export function useInfiniteAvailableProducts(
  filters: Unpaged<CardFilters>,
  settings?: Settings
): InfiniteAvailableProducts<ProductCard>
export function useInfiniteAvailableProducts<P = HttpTypes.StoreProduct>(
  filters?: Unpaged<ProductFilters>,
  settings?: Settings
): InfiniteAvailableProducts<AvailableProduct<P>>
export function useInfiniteAvailableProducts(
  filters: Unpaged<AnyFilters> = {},
  settings?: Settings
): InfiniteAvailableProducts<unknown> {
  const client = useTruestock()
  const retry = useRetry()
  const query = useInfiniteQuery({
    retry,
    ...settings,
    ...infiniteAvailableProductsQuery<unknown>(client, filters),
  })
  const { data, isLoading, isFetching, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    query
  const freshest = data?.pages.at(-1)
  return {
    products: useMemo(() => data?.pages.flatMap((page) => page.products) ?? [], [data]),
    count: freshest?.count,
    facets: freshest?.facets,
    isLoading,
    isFetching,
    error,
    refetch,
    hasNextPage,
    isFetchingNextPage,
    fetchNextPage,
  }
}
