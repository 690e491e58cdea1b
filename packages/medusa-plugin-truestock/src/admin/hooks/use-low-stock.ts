import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { StockLookup } from "../lib/adjust-many/answers"
import type { StockedLevel } from "../lib/answers"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"
import type { ReportAnswer } from "../lib/reports/answers"

/** An item of which not more is left than its threshold, with its levels. */
export type LowItem = {
  inventory_item_id: string
  sku: string | null
  title: string | null
  stocked_quantity: number
  reserved_quantity: number
  available_quantity: number
  incoming_quantity: number
  threshold: number
  levels: StockedLevel[]
}

type Asked = { locationId: string | undefined; limit: number; offset: number }

/** One page of what is running out, in all or at one location, the least available first. */
export function useLowStock({ locationId, ...page }: Asked) {
  const query = { ...page, ...(locationId && { location_id: locationId }) }
  return useQuery({
    queryKey: queryKeys.stockroom("low-stock", query),
    queryFn: async () => {
      const { report, count } = await client.client.fetch<ReportAnswer>(
        "/admin/inventory/reports/low-stock",
        {
          query,
        }
      )
      const rows = report.rows as unknown as Omit<LowItem, "levels">[]
      const levels = await levelsOf(rows.map(({ inventory_item_id }) => inventory_item_id))
      const items = rows.map((row): LowItem => ({ ...row, levels: levels.get(row.inventory_item_id) ?? [] }))
      return { items, count }
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

async function levelsOf(inventory_item_ids: string[]): Promise<Map<string, StockedLevel[]>> {
  if (inventory_item_ids.length === 0) return new Map()
  const { inventory_items } = await client.client.fetch<StockLookup>("/admin/inventory/levels/lookup", {
    method: "POST",
    body: { inventory_item_ids },
  })
  return new Map(inventory_items.map(({ id, levels }) => [id, levels]))
}
