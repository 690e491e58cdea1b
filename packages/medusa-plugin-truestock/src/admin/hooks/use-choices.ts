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

/** The currencies that the shop sells in, as ids in small letters. */
export function useCurrencies(): Named[] {
  return useNamed(queryKeys.currencies(), async () => {
    const { stores } = await client.admin.store.list({ fields: "id,*supported_currencies", limit: 1 })
    const codes = stores[0]?.supported_currencies.map(({ currency_code }) => currency_code) ?? []
    return codes.map((id) => ({ id, name: id.toUpperCase() })).sort(byName)
  })
}

/** Who can have changed stock: the shop's users, and its secret API keys. */
export function useActors(): Named[] {
  return useNamed(queryKeys.actors(), async () => {
    const [{ users }, { api_keys }] = await Promise.all([
      client.admin.user.list({ fields: "id,email,first_name,last_name", limit: MOST }),
      client.admin.apiKey.list({ type: "secret", fields: "id,title", limit: MOST }),
    ])
    const people = users.map(({ id, email, first_name, last_name }) => ({
      ...{ id, name: [first_name, last_name].filter(Boolean).join(" ") || email },
    }))
    return [...people, ...api_keys.map(({ id, title }) => ({ id, name: title }))].sort(byName)
  })
}

/** None while they are not known. */
function useNamed(queryKey: QueryKey, queryFn: () => Promise<Named[]>): Named[] {
  return useQuery({ queryKey, queryFn }).data ?? []
}
