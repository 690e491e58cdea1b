import { useQuery, type QueryKey } from "@tanstack/react-query"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

/** Something that an operator can choose, by name. */
export type Named = { id: string; name: string }

/** As many as a select can reasonably hold. */
const MOST = 1000
const NAMED = { fields: "id,name", limit: MOST }
const byName = (one: Named, other: Named) => one.name.localeCompare(other.name)

/** A product's variants, in the product's own order. */
export function useProductVariants(productId: string): Named[] {
  return useNamed(queryKeys.productVariants(productId), async () => {
    const query = { fields: "id,title,sku", limit: MOST, order: "variant_rank" }
    const { variants } = await client.admin.product.listVariants(productId, query)
    return variants.map(({ id, title, sku }) => ({ id, name: title || sku || id }))
  })
}

export function useStockLocations(): Named[] {
  return useNamed(queryKeys.stockLocations(), async () => {
    const { stock_locations } = await client.admin.stockLocation.list(NAMED)
    return stock_locations.sort(byName)
  })
}

export function useSalesChannels(): Named[] {
  return useNamed(queryKeys.salesChannels(), async () => {
    const { sales_channels } = await client.admin.salesChannel.list(NAMED)
    return sales_channels.sort(byName)
  })
}

export function useCategories(): Named[] {
  return useNamed(queryKeys.categories(), async () => {
    const { product_categories } = await client.admin.productCategory.list(NAMED)
    return product_categories.sort(byName)
  })
}

export function useCollections(): Named[] {
  return useNamed(queryKeys.collections(), async () => {
    const { collections } = await client.admin.productCollection.list({ fields: "id,title", limit: MOST })
    return collections.map(({ id, title }) => ({ id, name: title })).sort(byName)
  })
}

/** None while they are not known. */
function useNamed(queryKey: QueryKey, queryFn: () => Promise<Named[]>): Named[] {
  return useQuery({ queryKey, queryFn }).data ?? []
}
