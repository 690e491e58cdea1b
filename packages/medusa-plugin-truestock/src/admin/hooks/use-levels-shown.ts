import { useQuery } from "@tanstack/react-query"
import { client } from "../lib/client"
import type { StockedLevel } from "../lib/answers"
import { queryKeys } from "../lib/query-keys"

type Items = { inventory_items: { levels: StockedLevel[] }[] }

/**
 * An item's levels as an opened dialog shows them. They are asked for when it opens and when it says so, and never in
 * between: what the operator decides is sent with the stock that they saw, so it must not change unseen.
 *
 * @param dialog tells one opened dialog from another
 */
export function useLevelsShown(itemId: string, dialog: string) {
  return useQuery({
    queryKey: queryKeys.levelsShown(itemId, dialog),
    queryFn: async (): Promise<StockedLevel[]> => {
      const { inventory_items } = await client.client.fetch<Items>("/admin/inventory", {
        query: { inventory_item_id: itemId },
      })
      return inventory_items[0]?.levels ?? []
    },
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
