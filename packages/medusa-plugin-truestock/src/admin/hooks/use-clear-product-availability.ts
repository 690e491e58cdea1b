import { scopeQuery, type OverrideScope } from "../lib/availability/override-form"
import { client } from "../lib/client"
import { useAvailabilityChange } from "./use-availability-change"
import { availabilityPath, type AvailabilityAnswer } from "./use-product-availability"

/**
 * Takes statuses that were set by hand back, one after the other: at least one. Where one fails, those before it are
 * gone, and the widget shows what is left.
 */
export function useClearProductAvailability(productId: string) {
  const clear = (scope: OverrideScope) =>
    client.client.fetch<AvailabilityAnswer>(availabilityPath(productId), {
      method: "DELETE",
      query: scopeQuery(scope),
    })
  return useAvailabilityChange(productId, async ([first, ...rest]: [OverrideScope, ...OverrideScope[]]) => {
    let answer = await clear(first)
    for (const scope of rest) answer = await clear(scope)
    return answer
  })
}
