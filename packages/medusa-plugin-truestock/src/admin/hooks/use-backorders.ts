import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { BackorderPage, BackordersShown } from "../lib/backorders"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

type Asked = { status: BackordersShown; locationId: string | undefined; limit: number; offset: number }

/** One page of backorders, the oldest promise first. */
export function useBackorders({ locationId, ...asked }: Asked) {
  const query = { ...asked, ...(locationId && { location_id: locationId }) }
  return useQuery({
    queryKey: queryKeys.stockroom("backorders", query),
    queryFn: () => client.client.fetch<BackorderPage>("/admin/inventory/backorders", { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
