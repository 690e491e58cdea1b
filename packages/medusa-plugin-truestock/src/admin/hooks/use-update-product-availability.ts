import type { OverrideBody } from "../lib/availability/override-form"
import { client } from "../lib/client"
import { useAvailabilityChange } from "./use-availability-change"
import { availabilityPath, type AvailabilityAnswer } from "./use-product-availability"

/** Sets a status by hand, for the product, one variant, one channel, or one variant in one channel. */
export function useUpdateProductAvailability(productId: string) {
  return useAvailabilityChange(productId, (body: OverrideBody) =>
    client.client.fetch<AvailabilityAnswer>(availabilityPath(productId), { method: "POST", body })
  )
}
