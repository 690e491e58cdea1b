import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

export type FoundItem = { id: string; sku: string | null; title: string | null }
type Items = { inventory_items: FoundItem[] }

const MOST = 10

/** The first items with a part of this in their SKU or title. */
export function useItemSearch(text: string): FoundItem[] {
  const q = text.trim()
  const { data } = useQuery({
    queryKey: queryKeys.itemSearch(q),
    queryFn: () => client.client.fetch<Items>("/admin/inventory", { query: { q, limit: MOST } }),
    placeholderData: keepPreviousData,
    enabled: q !== "",
  })
  return q === "" ? [] : (data?.inventory_items ?? [])
}

/** An item by its id, to be called by its name; undefined while it is not known. */
export function useItem(id: string | undefined): FoundItem | undefined {
  const { data } = useQuery({
    queryKey: queryKeys.itemSearch(`id:${id}`),
    queryFn: () => client.client.fetch<Items>("/admin/inventory", { query: { inventory_item_id: id } }),
    enabled: id !== undefined,
  })
  return id === undefined ? undefined : data?.inventory_items[0]
}
