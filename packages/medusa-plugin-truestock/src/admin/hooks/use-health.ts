import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { Health } from "../lib/answers"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

/** An answer, and whether everything was checked for it. */
export type HealthAnswer = Health & { deep: boolean }

async function askHealth(deep: boolean): Promise<HealthAnswer> {
  const health = await client.client.fetch<Health>("/admin/truestock/health", { query: { deep } })
  return { ...health, deep }
}

export function useHealth() {
  return useQuery({ queryKey: queryKeys.health(), queryFn: () => askHealth(false), staleTime: 0 })
}

/** Reads every balance of the shop, so it is only done when somebody asks. */
export function useCheckEverything() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => askHealth(true),
    onSuccess: (health) => queries.setQueryData(queryKeys.health(), health),
  })
}
