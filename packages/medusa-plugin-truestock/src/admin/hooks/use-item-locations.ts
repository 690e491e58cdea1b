import { useQuery } from "@tanstack/react-query"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

export type ItemLocation = { id: string; name: string }
type Levels = { inventory_levels: { location_id: string; stock_locations?: { name: string }[] }[] }

const MOST_LOCATIONS = 1000

/** The locations at which an item has a level, by name. */
export function useItemLocations(itemId: string) {
  return useQuery({
    queryKey: queryKeys.locations(itemId),
    queryFn: async (): Promise<ItemLocation[]> => {
      const { inventory_levels } = await client.client.fetch<Levels>(
        `/admin/inventory-items/${itemId}/location-levels`,
        { query: { fields: "location_id,stock_locations.name", limit: MOST_LOCATIONS } }
      )
      return inventory_levels
        .map(({ location_id: id, stock_locations }) => ({ id, name: stock_locations?.[0]?.name ?? id }))
        .sort((a, b) => a.name.localeCompare(b.name))
    },
  })
}
