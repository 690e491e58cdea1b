import { useQuery } from "@tanstack/react-query"
import type { Policy, PolicyAnswer, PolicyFields, PolicyScope } from "../lib/availability/answers"
import { scopeQuery } from "../lib/availability/override-form"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"
import { useAvailabilityChange } from "./use-availability-change"
import { availabilityPath, type AvailabilityAnswer } from "./use-product-availability"

const policyPath = (productId: string) => `${availabilityPath(productId)}/policy`

/** The product's policies, and what holds for one scope of it. */
export function useAvailabilityPolicy(productId: string, scope: PolicyScope) {
  const query = scopeQuery(scope)
  return useQuery({
    queryKey: queryKeys.availabilityPolicy(productId, query),
    queryFn: () => client.client.fetch<PolicyAnswer>(policyPath(productId), { query }),
    staleTime: 0,
  })
}

/** Changes fields of the policy of one scope; null clears a field, what is left out stays. */
export function useUpdateAvailabilityPolicy(productId: string, scope: PolicyScope) {
  return useAvailabilityChange(productId, (fields: Partial<PolicyFields>) =>
    client.client.fetch<AvailabilityAnswer & { policy: Policy | null }>(policyPath(productId), {
      method: "POST",
      body: { ...scopeQuery(scope), ...fields },
    })
  )
}
