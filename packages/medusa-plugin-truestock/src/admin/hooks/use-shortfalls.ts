import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { ShortfallPage } from "../lib/answers"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

export const SHORTFALLS_SHOWN = ["open", "resolved", "all"] as const
export type ShortfallsShown = (typeof SHORTFALLS_SHOWN)[number]

export function useShortfalls(status: ShortfallsShown, page: { limit: number; offset: number }) {
  const query = { status, ...page }
  return useQuery({
    queryKey: queryKeys.shortfalls(query),
    queryFn: () => client.client.fetch<ShortfallPage>("/admin/inventory/shortfalls", { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
