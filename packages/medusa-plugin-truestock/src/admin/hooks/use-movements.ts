import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { MovementPage } from "../lib/answers"
import { client } from "../lib/client"
import { movementSearch, type MovementFilter } from "../lib/movement-search"
import { queryKeys } from "../lib/query-keys"

export const MOVEMENTS_PER_PAGE = 10

/** One page of an item's movements, newest first. */
export function useMovements(filter: MovementFilter, cursor: string | undefined) {
  const query = { ...movementSearch(filter), limit: MOVEMENTS_PER_PAGE, ...(cursor && { cursor }) }
  return useQuery({
    queryKey: queryKeys.movements(filter.itemId, query),
    queryFn: () => client.client.fetch<MovementPage>("/admin/inventory/movements", { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
