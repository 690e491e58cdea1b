import type { HttpTypes } from "@medusajs/types"
import { ask, configOf, type MedusaSdk, type RequestOptions } from "./ask.js"
import type { AvailableProduct, ProductAvailability, ProductCard } from "./availability.js"
import type { CardFilters, Listing, ProductFilters } from "./listing.js"
import { queryString } from "./query-string.js"

/** The store routes of Truestock. Every method throws `TruestockApiError`, and the signal's reason when aborted. */
export interface TruestockClient {
  /** Tells the answers of this shop and key from another's, where one cache holds both. */
  readonly shop: { base_url: string; publishable_key: string | null }

  /** `GET /store/products/available` as cards. */
  listAvailableProducts(filters: CardFilters, options?: RequestOptions): Promise<Listing<ProductCard>>

  /**
   * `GET /store/products/available`: products by availability, with an exact count.
   *
   * @typeParam P the shop's product type, where `fields` or a plugin make it another than Medusa's
   */
  listAvailableProducts<P = HttpTypes.StoreProduct>(
    filters?: ProductFilters,
    options?: RequestOptions
  ): Promise<Listing<AvailableProduct<P>>>

  /** `GET /store/products/:id/availability`: of a product and each of its variants; `product_not_found` if there is none. */
  getProductAvailability(product_id: string, options?: RequestOptions): Promise<ProductAvailability>
}

/**
 * The client on top of the shop's own sdk, whose address, publishable key, login and locale it uses.
 *
 * @param sdk `new Medusa({ baseUrl, publishableKey })`
 */
export function createTruestockClient(sdk: MedusaSdk): TruestockClient {
  const { baseUrl, publishableKey = null } = configOf(sdk)
  return {
    shop: { base_url: baseUrl, publishable_key: publishableKey },
    listAvailableProducts: (filters: object = {}, options?: RequestOptions) =>
      ask<Listing<never>>(sdk, `/store/products/available${queryString(filters)}`, options),
    getProductAvailability: (product_id, options) =>
      ask(sdk, `/store/products/${encodeURIComponent(product_id)}/availability`, options),
  }
}
