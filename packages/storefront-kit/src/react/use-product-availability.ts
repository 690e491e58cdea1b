"use client"

import { useQuery, type UseQueryOptions } from "@tanstack/react-query"
import type { TruestockApiError } from "../client/api-error.js"
import type { ProductAvailability } from "../client/availability.js"
import type { Availability } from "../rules/availability.js"
import { productAvailabilityQuery } from "./product-availability-query.js"
import { useTruestock } from "./truestock-provider.js"
import { useRetry } from "./use-retry.js"

type OfProduct = ProductAvailability["availability"]
type Settings = Omit<UseQueryOptions<OfProduct, TruestockApiError>, "queryKey" | "queryFn" | "select">

/** The availability of a product as a component sees it. */
export type ProductAvailabilityResult = {
  /** Of the product and, in `variants`, of each variant; undefined until the first answer. */
  availability: OfProduct | undefined
  /** Of one variant; undefined until the first answer, and for one that the product does not have. */
  availabilityOf: (variant_id: string | null | undefined) => Availability | undefined
  isLoading: boolean
  isFetching: boolean
  error: TruestockApiError | null
  refetch: () => Promise<unknown>
}

/**
 * What can be bought of a product now, in any status. A tab that was left is asked anew when it is looked at again.
 *
 * @param product_id null or undefined = none yet, and nothing is asked
 * @param settings react-query's own, such as `initialData` from the server, `staleTime`, `refetchInterval`
 */
export function useProductAvailability(
  product_id: string | null | undefined,
  settings?: Settings
): ProductAvailabilityResult {
  const client = useTruestock()
  const retry = useRetry()
  const { data, isLoading, isFetching, error, refetch } = useQuery({
    retry,
    ...settings,
    ...productAvailabilityQuery(client, product_id ?? ""),
    enabled: product_id ? settings?.enabled : false,
  })
  return {
    availability: data,
    availabilityOf: (variant_id) => data?.variants.find((variant) => variant.variant_id === variant_id),
    isLoading,
    isFetching,
    error,
    refetch,
  }
}
