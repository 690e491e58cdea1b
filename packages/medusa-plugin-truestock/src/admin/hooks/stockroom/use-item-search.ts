import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query"
import { client } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"
import type { FoundItem } from "../../lib/stockroom/answers"
import { bestMatch } from "../../lib/stockroom/best-match"

type Found = { inventory_items: FoundItem[]; count: number }

const SHOWN = 6

/** Items by a part of SKU or title, or a whole barcode; with a location those that are stocked there. */
const itemSearch = (typed: string, locationId: string | undefined) => {
  const query = { q: typed.trim(), limit: SHOWN, ...(locationId && { location_id: locationId }) }
  return queryOptions({
    queryKey: queryKeys.stockroom("items", query),
    queryFn: () => client.client.fetch<Found>("/admin/inventory", { query }),
    staleTime: 0,
  })
}

/** What is found while the operator types, and the item that they mean who press Enter before it is. */
export function useItemSearch(typed: string, locationId: string | undefined) {
  const queries = useQueryClient()
  const { data, isFetching } = useQuery({
    ...itemSearch(typed, locationId),
    placeholderData: keepPreviousData,
    enabled: typed.trim() !== "",
  })
  const find = async (text: string) => {
    const { inventory_items } = await queries.fetchQuery(itemSearch(text, locationId))
    return bestMatch(inventory_items, text)
  }
  return { found: typed.trim() ? (data?.inventory_items ?? []) : [], isFetching, find }
}
