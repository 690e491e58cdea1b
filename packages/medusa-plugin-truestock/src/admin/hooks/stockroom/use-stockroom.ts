import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { client } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"
import type {
  CountLinePage,
  CountPage,
  DeliveryPage,
  StockCount,
  TransferPage,
  TransferPaper,
} from "../../lib/stockroom/answers"

type Search = Record<string, string | number>
type Asked = { enabled?: boolean }

/** What is below /admin/inventory; whatever is done to stock asks for it again. */
function useStockroom<Answer>(path: string, query: Search = {}, { enabled = true }: Asked = {}) {
  return useQuery({
    queryKey: queryKeys.stockroom(path, query),
    queryFn: () => client.client.fetch<Answer>(`/admin/inventory/${path}`, { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    enabled,
  })
}

export const useDeliveries = (query: Search, asked?: Asked) =>
  useStockroom<DeliveryPage>("incoming", query, asked)

export const useTransfers = (query: Search) => useStockroom<TransferPage>("transfers", query)
export const useTransfer = (id: string) => useStockroom<{ transfer: TransferPaper }>(`transfers/${id}`)

export const useCounts = (query: Search) => useStockroom<CountPage>("counts", query)
export const useCount = (id: string) => useStockroom<{ stock_count: StockCount }>(`counts/${id}`)
export const useCountLines = (id: string, query: Search) =>
  useStockroom<CountLinePage>(`counts/${id}/lines`, query)
