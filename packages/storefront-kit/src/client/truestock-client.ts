import type { HttpTypes } from "@medusajs/types"
import { ask, configOf, type MedusaSdk, type Question, type RequestOptions } from "./ask.js"
import type { AvailableProduct, ProductAvailability, ProductCard } from "./availability.js"
import type { CartHoldAnswer, CartHoldReleased } from "./cart-hold.js"
import type { CardFilters, FacetCounts, FacetFilters, Listing, ProductFilters } from "./listing.js"
import type { NotificationAccepted, NotificationInput } from "./notification.js"
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

  /** How many products the listing has, and for each value of a facet would have if it alone were chosen; none of them. */
  getFacets(filters?: FacetFilters, options?: RequestOptions): Promise<FacetCounts>

  /** `GET /store/products/:id/availability`: of a product and each of its variants; `product_not_found` if there is none. */
  getProductAvailability(product_id: string, options?: RequestOptions): Promise<ProductAvailability>

  /** `GET /store/carts/:id/hold`: what the cart holds now. */
  getCartHold(cart_id: string, options?: RequestOptions): Promise<CartHoldAnswer>

  /**
   * `POST /store/carts/:id/hold`: holds what the cart needs, all of it or nothing. `insufficient_inventory` (with
   * `details.requested` and `.available` where the shop tells them), `cart_completed`, `cart_not_found`,
   * `too_many_holds`, `too_many_requests`. Sent twice it does what it does once.
   */
  holdCart(cart_id: string, options?: RequestOptions): Promise<CartHoldAnswer>

  /** The same question: of a cart that holds already, the lines are followed and the time begins anew. */
  extendCartHold(cart_id: string, options?: RequestOptions): Promise<CartHoldAnswer>

  /** `DELETE /store/carts/:id/hold`: gives it back to other buyers. */
  releaseCartHold(cart_id: string, options?: RequestOptions): Promise<CartHoldReleased>

  /** `POST /store/products/:id/notify`: one message when it is back in stock. `invalid_email`, `variant_not_found`, ... */
  notifyWhenAvailable(
    product_id: string,
    input: NotificationInput,
    options?: RequestOptions
  ): Promise<NotificationAccepted>

  /** `POST /store/products/notify/confirm`: for the page that the message leads to. `invalid_token`, `subscription_not_found`. */
  confirmNotification(token: string, options?: RequestOptions): Promise<{ confirmed: true }>

  /** `POST /store/products/notify/unsubscribe`: likewise. */
  unsubscribeNotification(token: string, options?: RequestOptions): Promise<{ unsubscribed: true }>

  /**
   * Any other store route, such as Medusa's own carts, with errors by code: `not_purchasable` and
   * `insufficient_inventory` of a cart are known by their code only this way.
   *
   * @param path with its query, such as `/store/carts/${id}/line-items`
   */
  request<T>(path: string, question?: Question, options?: RequestOptions): Promise<T>
}

/** Settings of a client. */
export type ClientSettings = {
  /** For how long each request waits for its answer; default 10 seconds, null = for as long as it takes. */
  timeout_ms?: number | null
}

/**
 * The client on top of the shop's own sdk, whose address, publishable key, login and locale it uses.
 *
 * @param sdk `new Medusa({ baseUrl, publishableKey })`
 */
export function createTruestockClient(
  sdk: MedusaSdk,
  { timeout_ms = 10_000 }: ClientSettings = {}
): TruestockClient {
  const { baseUrl, publishableKey = null } = configOf(sdk)
  const request = <T>(path: string, question?: Question, options?: RequestOptions) =>
    ask<T>(sdk, path, { timeout_ms, ...options }, question)
  const list = <T>(filters: object, options?: RequestOptions) =>
    request<T>(`/store/products/available${queryString(filters)}`, {}, options)
  const ofProduct = (id: string, what: string) => `/store/products/${encodeURIComponent(id)}/${what}`
  const holdOf = (cart_id: string) => `/store/carts/${encodeURIComponent(cart_id)}/hold`
  const hold: TruestockClient["holdCart"] = (id, options) => request(holdOf(id), { method: "POST" }, options)
  return {
    shop: { base_url: baseUrl, publishable_key: publishableKey },
    listAvailableProducts: (filters: object = {}, options?: RequestOptions) =>
      list<Listing<never>>(filters, options),
    async getFacets(filters = {}, options) {
      const { facets: wanted } = filters
      const asked = { ...filters, facets: wanted ?? ["status", "category_id"], view: "card", limit: 1 }
      const { count, facets = {} } = await list<Listing>(asked, options)
      return { count, facets }
    },
    getProductAvailability: (id, options) => request(ofProduct(id, "availability"), {}, options),
    getCartHold: (id, options) => request(holdOf(id), {}, options),
    holdCart: hold,
    extendCartHold: hold,
    releaseCartHold: (id, options) => request(holdOf(id), { method: "DELETE" }, options),
    notifyWhenAvailable: (id, { email, variant_id }, options) =>
      request(
        ofProduct(id, "notify"),
        { method: "POST", body: { email, ...(variant_id && { variant_id }) } },
        options
      ),
    confirmNotification: (token, options) =>
      request("/store/products/notify/confirm", { method: "POST", body: { token } }, options),
    unsubscribeNotification: (token, options) =>
      request("/store/products/notify/unsubscribe", { method: "POST", body: { token } }, options),
    request,
  }
}
