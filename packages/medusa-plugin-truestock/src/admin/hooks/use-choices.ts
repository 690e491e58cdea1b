import { useQuery } from "@tanstack/react-query"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

/** Something that an operator can choose, by name. */
export type Named = { id: string; name: string }

const MOST = 1000
const byName = (one: Named, other: Named) => one.name.localeCompare(other.name)

/** A product's variants, in the product's own order. */
export function useProductVariants(productId: string): Named[] {
  const { data = [] } = useQuery({
    queryKey: queryKeys.productVariants(productId),
    queryFn: async (): Promise<Named[]> => {
      const query = { fields: "id,title,sku", limit: MOST, order: "variant_rank" }
      const { variants } = await client.admin.product.listVariants(productId, query)
      return variants.map(({ id, title, sku }) => ({ id, name: title || sku || id }))
    },
  })
  return data
}

export function useStockLocations(): Named[] {
  const { data = [] } = useQuery({
    queryKey: queryKeys.stockLocations(),
    queryFn: async (): Promise<Named[]> => {
      const { stock_locations } = await client.admin.stockLocation.list({ fields: "id,name", limit: MOST })
      return stock_locations.map(({ id, name }) => ({ id, name })).sort(byName)
    },
  })
  return data
}

export function useSalesChannels(): Named[] {
  const { data = [] } = useQuery({
    queryKey: queryKeys.salesChannels(),
    queryFn: async (): Promise<Named[]> => {
      const { sales_channels } = await client.admin.salesChannel.list({ fields: "id,name", limit: MOST })
      return sales_channels.map(({ id, name }) => ({ id, name })).sort(byName)
    },
  })
  return data
}
