import { useQuery } from "@tanstack/react-query"
import type { StatusChangePage } from "../lib/availability/answers"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"
import { availabilityPath } from "./use-product-availability"

/** The last changes of a product's status in its channels, newest first; asked for once somebody wants to see them. */
export function useAvailabilityHistory(productId: string, limit: number, options: { enabled: boolean }) {
  return useQuery({
    queryKey: queryKeys.availabilityHistory(productId, limit),
    queryFn: () =>
      client.client.fetch<StatusChangePage>(`${availabilityPath(productId)}/history`, { query: { limit } }),
    staleTime: 0,
    enabled: options.enabled,
  })
}
