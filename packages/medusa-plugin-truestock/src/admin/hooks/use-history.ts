import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { History } from "../lib/answers"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

const DAY_MS = 24 * 60 * 60 * 1000
const POINTS = 200

export type HistoryFilter = { itemId: string; locationId?: string; days: number }

/** How an item's quantities went over the last days, until now. */
export function useHistory({ itemId, locationId, days }: HistoryFilter) {
  return useQuery({
    queryKey: queryKeys.history(itemId, { locationId, days }),
    queryFn: () => {
      const to = new Date()
      const from = new Date(to.getTime() - days * DAY_MS)
      return client.client.fetch<History>("/admin/inventory/movements/history", {
        query: {
          inventory_item_id: itemId,
          ...(locationId && { location_id: locationId }),
          from: from.toISOString(),
          to: to.toISOString(),
          points: POINTS,
        },
      })
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
