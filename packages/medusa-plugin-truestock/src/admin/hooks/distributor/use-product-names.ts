import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { client } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

/** What the shop calls products, by id: for titles of a source that has no names, such as a stock file. */
export function useProductNames(ids: string[]): Map<string, string> {
  const { data } = useQuery({
    queryKey: queryKeys.productNames(ids),
    queryFn: () => client.admin.product.list({ id: ids, fields: "id,title", limit: ids.length }),
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  })
  return new Map(data?.products.map(({ id, title }) => [id, title]))
}
