import { useQuery } from "@tanstack/react-query"
import { client } from "../../lib/client"
import type { SourceList, TitlePage } from "../../lib/distributor/answers"
import { queryKeys } from "../../lib/query-keys"

const ASK_AGAIN_MS = 30_000
/** As many variants of one product as are shown. */
const MOST = 50

/** What distributors say of a product, each with its titles; those that do not have it are left out. */
export function useProductTitles(productId: string) {
  return useQuery({
    queryKey: queryKeys.distributorOfProduct(productId),
    queryFn: async () => {
      const { sources } = await client.client.fetch<SourceList>("/admin/distributor")
      const all = await Promise.all(
        sources.map(async (source) => {
          const query = { product_id: productId, limit: MOST }
          const path = `/admin/distributor/${source.id}/titles`
          return { source, ...(await client.client.fetch<TitlePage>(path, { query })) }
        })
      )
      return all.filter(({ count }) => count > 0)
    },
    staleTime: 0,
    refetchInterval: ASK_AGAIN_MS,
  })
}
