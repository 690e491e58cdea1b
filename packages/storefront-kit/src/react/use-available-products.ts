"use client"

import { useQuery, type UseQueryOptions } from "@tanstack/react-query"
import type { HttpTypes } from "@medusajs/types"
import type { TruestockApiError } from "../client/api-error.js"
import type { AvailableProduct, ProductCard } from "../client/availability.js"
import type { CardFilters, Facets, Listing, ProductFilters } from "../client/listing.js"
import { type AnyFilters, availableProductsQuery } from "./available-products-query.js"
import { useTruestock } from "./truestock-provider.js"
import { useRetry } from "./use-retry.js"

/** A page of the listing as a component sees it. */
export type AvailableProducts<Product> = {
  /** Empty until the first answer. */
  products: Product[]
  /** Of all pages, exact; undefined until the first answer. */
  count: number | undefined
  facets: Facets | undefined
  /** The first answer is under way. */
  isLoading: boolean
  /** Any answer is under way, also a fresher one. */
  isFetching: boolean
  error: TruestockApiError | null
  refetch: () => Promise<unknown>
}

type Settings<Product> = Omit<
  UseQueryOptions<Listing<Product>, TruestockApiError>,
  "queryKey" | "queryFn" | "select"
>

const NONE: unknown[] = []

/**
 * One page of the products that are available, as cards or whole. Filters may be a new object at every render: asked
 * again is only when they differ, and the request of filters that no longer matter is aborted.
 *
 * @param filters names and meanings of `GET /store/products/available`
 * @param settings react-query's own, such as `enabled`, `staleTime`, `placeholderData: keepPreviousData`
 */
export function useAvailableProducts(
  filters: CardFilters,
  settings?: Settings<ProductCard>
): AvailableProducts<ProductCard>
export function useAvailableProducts<P = HttpTypes.StoreProduct>(
  filters?: ProductFilters,
  settings?: Settings<AvailableProduct<P>>
): AvailableProducts<AvailableProduct<P>>
export function useAvailableProducts(
  filters: AnyFilters = {},
  settings?: object
): AvailableProducts<unknown> {
  const client = useTruestock()
  const retry = useRetry()
  const query = useQuery({ retry, ...settings, ...availableProductsQuery<unknown>(client, filters) })
  const { data, isLoading, isFetching, error, refetch } = query
  return {
    products: data?.products ?? NONE,
    count: data?.count,
    facets: data?.facets,
    isLoading,
    isFetching,
    error,
    refetch,
  }
}
