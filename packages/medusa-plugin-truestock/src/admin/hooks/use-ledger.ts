import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { MovementPage } from "../lib/answers"
import { client } from "../lib/client"
import { isBackwards, movementSearch, type LedgerFilter } from "../lib/movement-search"
import { queryKeys } from "../lib/query-keys"

export const MOVEMENTS_PER_PAGE = 25

/** One page of the movements of all items, newest first. */
export function useLedger(filter: LedgerFilter, cursor: string | undefined) {
  const query = { ...movementSearch(filter), limit: MOVEMENTS_PER_PAGE, ...(cursor && { cursor }) }
  return useQuery({
    queryKey: queryKeys.stockroom("movements", query),
    queryFn: () => client.client.fetch<MovementPage>("/admin/inventory/movements", { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    enabled: !isBackwards(filter),
  })
}
