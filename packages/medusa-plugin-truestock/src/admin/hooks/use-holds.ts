import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { HoldPage } from "../lib/answers"
import { client } from "../lib/client"
import type { HoldsShown } from "../lib/holds/filter"
import { aheadMs } from "../lib/holds/remaining"
import { queryKeys } from "../lib/query-keys"

/** Shoppers go on while an operator looks: how often the page asks again, while it is in front. */
const ASK_AGAIN_MS = 10_000

/** One page of holds, and how far the server's clock is ahead of the browser's. */
export function useHolds(state: HoldsShown, page: { limit: number; offset: number }) {
  const query = { state, ...page }
  return useQuery({
    queryKey: queryKeys.holds(query),
    queryFn: async () => {
      const answer = await client.client.fetch<HoldPage>("/admin/inventory/reservations", { query })
      return { ...answer, ahead: aheadMs(answer.now, Date.now()) }
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ASK_AGAIN_MS,
  })
}
