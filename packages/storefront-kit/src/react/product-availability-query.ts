import { queryOptions } from "@tanstack/react-query"
import type { TruestockApiError } from "../client/api-error.js"
import type { ProductAvailability } from "../client/availability.js"
import type { TruestockClient } from "../client/truestock-client.js"
import { TRUESTOCK_QUERIES } from "./available-products-query.js"

/** The availability of a product for react-query, as `useProductAvailability` asks it. */
export function productAvailabilityQuery(client: TruestockClient, product_id: string) {
  return queryOptions<ProductAvailability["availability"], TruestockApiError>({
    queryKey: [...TRUESTOCK_QUERIES, "product-availability", client.shop, product_id],
    queryFn: async ({ signal }) => (await client.getProductAvailability(product_id, { signal })).availability,
  })
}
