import Medusa from "@medusajs/js-sdk"
import { cartHeld, listing, nothingHeld, notFound, tooMany } from "../../__tests__/answers.js"
import * as shops from "../../__tests__/loopback-shop.js"
import { until } from "../../__tests__/until.js"
import { createTruestockClient, type TruestockApiError } from "../../index.js"

let answer: (asked: shops.Asked) => shops.Answer | Promise<shops.Answer>
let shop: shops.LoopbackShop

beforeEach(async () => {
  answer = () => nothingHeld
  shop = await shops.openShop((asked) => answer(asked))
})
afterEach(() => shop.close())

const client = (settings = {}) =>
  createTruestockClient(
    new Medusa({ baseUrl: shop.url, publishableKey: "pk_1", auth: { type: "jwt" } }),
    settings
  )

const refused = (request: Promise<unknown>): Promise<TruestockApiError> =>
  request.then(
    () => Promise.reject(new Error("It was not refused.")),
    (error) => error
  )

describe("a cart's hold", () => {
  it("is read, taken, prolonged and given back at one address, by method and without a body", async () => {
    const hold = cartHeld("2026-12-30T14:20:00.000Z", "2026-12-30T14:35:00.000Z")
    const released = { id: "cart/1", object: "cart_hold", deleted: true }
    answer = ({ method }) =>
      method === "DELETE" ? { body: released } : method === "GET" ? nothingHeld : hold
    expect(await client().getCartHold("cart/1")).toEqual({ hold: null })
    expect(await client().holdCart("cart/1")).toEqual(hold.body)
    expect(await client().extendCartHold("cart/1")).toEqual(hold.body)
    expect(await client().releaseCartHold("cart/1")).toEqual(released)
    expect(shop.asked.map(({ method, path, body }) => [method, path, body])).toEqual(
      ["GET", "POST", "POST", "DELETE"].map((method) => [method, "/store/carts/cart%2F1/hold", ""])
    )
  })

  it("is refused with what was asked for and what there is, where the shop tells it", async () => {
    answer = () => tooMany
    const error = await refused(client().holdCart("cart_1"))
    expect(error).toMatchObject({ code: "insufficient_inventory", status: 409, type: "conflict" })
    expect(error.details).toEqual({
      ...{ requested: 2, available: 1, inventory_item_id: "iitem_1", location_id: "sloc_1" },
    })
    answer = () => ({ status: 409, body: { code: "insufficient_inventory", message: "More than there is." } })
    expect((await refused(client().holdCart("cart_1"))).details).toEqual({})
  })

  it("honours the key that makes a repeated request one", async () => {
    await client().holdCart("cart_1", { headers: { "idempotency-key": "once" } })
    expect(shop.asked[0]!.headers).toMatchObject({
      "idempotency-key": "once",
      "x-publishable-api-key": "pk_1",
    })
  })
})

describe("a notification", () => {
  it("is asked for by address, for a product or one variant, and confirmed and ended by token", async () => {
    answer = ({ path }) => ({ status: 202, body: { accepted: true, confirmation_required: true, path } })
    const accepted = await client().notifyWhenAvailable("prod/1", { email: "a@b.test", variant_id: null })
    expect(accepted).toMatchObject({ accepted: true, confirmation_required: true })
    await client().notifyWhenAvailable("prod_1", { email: "ä@b.test", variant_id: "variant_1" })
    await client().confirmNotification("t1")
    await client().unsubscribeNotification("t2")
    expect(shop.asked.map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
      ["POST", "/store/products/prod%2F1/notify", { email: "a@b.test" }],
      ["POST", "/store/products/prod_1/notify", { email: "ä@b.test", variant_id: "variant_1" }],
      ["POST", "/store/products/notify/confirm", { token: "t1" }],
      ["POST", "/store/products/notify/unsubscribe", { token: "t2" }],
    ])
    for (const { headers } of shop.asked) expect(headers["content-type"]).toBe("application/json")
  })

  const refusals: [number, string][] = [
    [400, "invalid_email"],
    [404, "variant_not_found"],
    [404, "subscription_not_found"],
  ]
  it.each(refusals)("is refused with %i %s", async (status, code) => {
    answer = () => ({ status, body: { code, type: "any", message: "No." } })
    const error = await refused(client().notifyWhenAvailable("prod_1", { email: "nobody" }))
    expect(error).toMatchObject({ status, code, retry_after_seconds: null })
  })

  it("says when to come again after too many", async () => {
    const body = { code: "too_many_requests", type: "not_allowed", message: "Too many." }
    answer = () => ({ status: 429, headers: { "retry-after": "42" }, body })
    const error = await refused(client().confirmNotification("t"))
    expect(error).toMatchObject({ code: "too_many_requests", status: 429, retry_after_seconds: 42 })
  })
})

describe("facets", () => {
  it("are counted without the products, of all there are or of those that are named", async () => {
    const facets = { status: [{ value: "in_stock", count: 7 }] }
    answer = () => listing(["a"], { count: 9, facets })
    expect(await client().getFacets({ category_id: "pcat_1", facets: undefined })).toEqual({
      count: 9,
      facets,
    })
    await client().getFacets({ facets: "status" })
    const all = { view: "card", limit: "1", facets: "status,category_id" }
    expect(shop.asked.map(({ query }) => query)).toEqual([
      { ...all, category_id: "pcat_1" },
      { ...all, facets: "status" },
    ])
  })
})

describe("any other store route", () => {
  it("has its answer, and its refusal by code, which the sdk would drop", async () => {
    answer = ({ body }) => ({ body: { cart: JSON.parse(body) } })
    const question = { method: "POST" as const, body: { variant_id: "v", quantity: 1 } }
    const path = "/store/carts/cart_1/line-items?fields=id"
    expect(await client().request(path, question)).toEqual({ cart: question.body })
    expect(shop.asked[0]).toMatchObject({ path: "/store/carts/cart_1/line-items", query: { fields: "id" } })
    answer = () => ({ status: 400, body: { code: "not_purchasable", type: "not_allowed", message: "No." } })
    expect(await refused(client().request(path, question))).toMatchObject({ code: "not_purchasable" })
  })
})

describe("a shop that does not answer in time", () => {
  it("is told apart from one that is not there, and is no longer waited for", async () => {
    const wait = shops.held<shops.Answer>()
    answer = () => wait.promise
    const error = await refused(client({ timeout_ms: 30 }).getCartHold("cart_1"))
    expect(error).toMatchObject({ code: "timeout", status: null, name: "TruestockApiError" })
    expect(error.message).toContain("30 ms")
    await until(() => shop.asked[0]!.aborted)
    wait.release(nothingHeld)
  })

  it("may be given more time for one request, or all there is", async () => {
    const slow = client({ timeout_ms: 1 })
    answer = async () => {
      await new Promise((later) => setTimeout(later, 50))
      return nothingHeld
    }
    for (const timeout_ms of [null, 5_000]) {
      expect(await slow.getCartHold("cart_1", { timeout_ms })).toEqual({ hold: null })
    }
    expect((await refused(slow.getCartHold("cart_1"))).code).toBe("timeout")
  })

  it("is not what a request says that was aborted before its time was over", async () => {
    const wait = shops.held<shops.Answer>()
    const controller = new AbortController()
    answer = () => {
      controller.abort(new Error("Changed my mind"))
      return wait.promise
    }
    const options = { signal: controller.signal, timeout_ms: 5_000 }
    expect((await refused(client().holdCart("cart_1", options))).message).toBe("Changed my mind")
    wait.release(notFound)
  })
})
