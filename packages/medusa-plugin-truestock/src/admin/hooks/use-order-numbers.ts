import { useQuery } from "@tanstack/react-query"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

/** The numbers that people know orders by; an order that cannot be read has none. */
export function useOrderNumbers(orderIds: string[]): Map<string, number> {
  const ids = [...new Set(orderIds)].sort()
  const { data } = useQuery({
    queryKey: queryKeys.orderNumbers(ids),
    queryFn: () => client.admin.order.list({ id: ids, fields: "id,display_id", limit: ids.length }),
    enabled: ids.length > 0,
  })
  return new Map(data?.orders.flatMap(({ id, display_id }) => (display_id ? [[id, display_id]] : [])))
}
