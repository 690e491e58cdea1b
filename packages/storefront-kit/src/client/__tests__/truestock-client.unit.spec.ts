import Medusa from "@medusajs/js-sdk"
import { listing, notFound, refusal } from "../../__tests__/answers.js"
import { type Answer, type Asked, held, type LoopbackShop, openShop } from "../../__tests__/loopback-shop.js"
import { until } from "../../__tests__/until.js"
import { createTruestockClient, isTruestockApiError, TruestockApiError } from "../../index.js"

const KEY = "pk_1"

let answer: (asked: Asked) => Answer | Promise<Answer>
let shop: LoopbackShop

beforeEach(async () => {
  answer = () => listing(["a"])
  shop = await openShop((asked) => answer(asked))
})
afterEach(() => shop.close())

const client = (baseUrl = shop.url) =>
  createTruestockClient(new Medusa({ baseUrl, publishableKey: KEY, auth: { type: "jwt" } }))

const refused = (request: Promise<unknown>): Promise<TruestockApiError> =>
  request.then(
    () => Promise.reject(new Error("It was not refused.")),
    (error) => error
  )

describe("the listing", () => {
  it("asks by the API's names: several values in one parameter, and nothing for what is not set", async () => {
    await client().listAvailableProducts({
      view: "card",
      status: ["in_stock", "preorder"],
      purchasable: false,
      category_id: [],
      collection_id: null,
      brand_id: undefined,
      q: "Füße & more",
      min_price: 0,
      order: "-price",
      facets: ["status", "category_id"],
    })
    expect(shop.asked[0]).toMatchObject({
      path: "/store/products/available",
      query: {
        view: "card",
        status: "in_stock,preorder",
        purchasable: "false",
        q: "Füße & more",
        min_price: "0",
        order: "-price",
        facets: "status,category_id",
      },
    })
    expect(Object.keys(shop.asked[0]!.query)).toHaveLength(7)
  })

  it("can be asked for nothing in particular", async () => {
    const answered = await client().listAvailableProducts()
    expect(shop.asked[0]!.query).toEqual({})
    expect(answered).toMatchObject({ count: 1, next_cursor: null, products: [{ id: "a" }] })
  })

  it("finds a shop under a path, with or without a slash behind it", async () => {
    await client(`${shop.url}/api/`).listAvailableProducts({ limit: 1 })
    await client(`${shop.url}/api`).listAvailableProducts({ limit: 1 })
    expect(shop.asked.map(({ path }) => path)).toEqual(Array(2).fill("/api/store/products/available"))
  })
})

describe("the availability of a product", () => {
  it("is asked by its id, whatever characters that has", async () => {
    const body = { availability: { product_id: "a/b", status: "incoming", variants: [] } }
    answer = () => ({ body })
    expect(await client().getProductAvailability("a/b?c")).toEqual(body)
    expect(shop.asked[0]).toMatchObject({ path: "/store/products/a%2Fb%3Fc/availability", query: {} })
  })

  it("is refused by code where there is no such product", async () => {
    answer = () => notFound
    const error = await refused(client().getProductAvailability("prod_none"))
    expect(error).toMatchObject({ code: "product_not_found", status: 404, type: "not_found" })
  })
})

describe("an error", () => {
  it("has the API's code, type and message, and the status", async () => {
    answer = () => refusal
    const error = await refused(client().listAvailableProducts({ status: "sold" as never }))
    expect(error).toBeInstanceOf(TruestockApiError)
    expect(isTruestockApiError(error)).toBe(true)
    expect({ ...error, message: error.message }).toMatchObject({ ...(refusal.body as object), status: 400 })
  })

  const answers: [string, Answer, Partial<TruestockApiError>][] = [
    ["has no code", { status: 500, body: { message: "Oops" } }, { code: "unknown_error", message: "Oops" }],
    ["has odd fields", { status: 400, body: { code: 7, type: {} } }, { code: "unknown_error", type: null }],
    ["is a proxy's page", { status: 502, body: "<h1>Bad</h1>" }, { code: "unreadable_answer", status: 502 }],
    ["is null", { status: 503, body: "null" }, { code: "unreadable_answer", status: 503 }],
    ["is no JSON though it went well", { body: "<h1>" }, { code: "unreadable_answer", status: 200 }],
  ]
  it.each(answers)("is one of ours too where the answer %s", async (_, given, expected) => {
    answer = () => given
    expect(await refused(client().listAvailableProducts())).toMatchObject({
      name: "TruestockApiError",
      ...expected,
    })
  })

  it("says that nobody answers, and has fetch's own error as its cause", async () => {
    const gone = await openShop(() => listing([]))
    await gone.close()
    const error = await refused(client(gone.url).listAvailableProducts())
    expect(error).toMatchObject({ code: "network_error", status: null, cause: expect.anything() })
    expect(error.message).toContain(gone.url)
  })
})

describe("an aborted request", () => {
  it("ends at once with the signal's reason, and the server sees it go", async () => {
    const wait = held<Answer>()
    const controller = new AbortController()
    answer = () => {
      controller.abort(new Error("Changed my mind"))
      return wait.promise
    }
    const error = await refused(client().listAvailableProducts({}, { signal: controller.signal }))
    expect(error.message).toBe("Changed my mind")
    await until(() => shop.asked[0]!.aborted)
    wait.release(listing([]))
  })

  it("is not sent if it was aborted before", async () => {
    const error = await refused(client().getProductAvailability("a", { signal: AbortSignal.abort() }))
    expect(error.name).toBe("AbortError")
    expect(shop.asked).toEqual([])
  })
})
