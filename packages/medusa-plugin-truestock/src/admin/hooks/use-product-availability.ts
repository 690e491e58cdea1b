import { useQuery } from "@tanstack/react-query"
import type { ProductAvailability } from "../lib/availability/answers"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

export type AvailabilityAnswer = { availability: ProductAvailability }

/** Sales go on while an operator looks: how often the page asks again, while it is in front. */
const ASK_AGAIN_MS = 10_000

export const availabilityPath = (productId: string) => `/admin/products/${productId}/availability`

/** A product's availability, with what it is made of: its channels, locations, manual statuses and policies. */
export function useProductAvailability(productId: string) {
  return useQuery({
    queryKey: queryKeys.availability(productId),
    queryFn: () => client.client.fetch<AvailabilityAnswer>(availabilityPath(productId)),
    select: ({ availability }) => availability,
    staleTime: 0,
    refetchInterval: ASK_AGAIN_MS,
  })
}
