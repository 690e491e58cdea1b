/** @jest-environment ./src/__tests__/browser.js */
import { keepPreviousData, QueryClientProvider } from "@tanstack/react-query"
import { createElement } from "react"
import { renderToString } from "react-dom/server"
import { listing, refusal } from "../../__tests__/answers.js"
import { type Answer, type Asked, held, type LoopbackShop, openShop } from "../../__tests__/loopback-shop.js"
import type { CardFilters } from "../../index.js"
import { availableProductsQuery, TRUESTOCK_QUERIES, useAvailableProducts } from "../index.js"
import { mount, passing, queryClient, truestock, unmountAll, until } from "./mount.js"

let answer: (asked: Asked) => Answer | Promise<Answer>
let shop: LoopbackShop

beforeEach(async () => {
  answer = ({ query }) => listing([query.category_id ?? "a"], { count: 41 })
  shop = await openShop((asked) => answer(asked))
})
afterEach(async () => {
  await unmountAll()
  await shop.close()
})

/** A new object each time, as a component writes it. */
const cards = (filters: Partial<CardFilters> = {}): CardFilters => ({ view: "card", ...filters })
const useCards = (filters: CardFilters) => useAvailableProducts(filters)
const ids = ({ products }: { products: { id: string }[] }) => products.map(({ id }) => id)

describe("useAvailableProducts", () => {
  it("is loading, with no products yet, and then has products, count and facets", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await mount(shop.url, useCards, cards({ facets: "status" }))
    expect(page.now).toMatchObject({ products: [], isLoading: true, isFetching: true, error: null })
    expect([page.now.count, page.now.facets]).toEqual([undefined, undefined])

    const facets = { status: [{ value: "low_stock", count: 2 }] }
    wait.release(listing(["a", "b"], { count: 41, facets }))
    await page.until(({ isLoading }) => !isLoading)
    expect(page.now).toMatchObject({ count: 41, facets, isLoading: false, isFetching: false, error: null })
    expect(ids(page.now)).toEqual(["a", "b"])
    expect(page.now.products[0]).toMatchObject({
      price: { amount: 12.5 },
      availability: { status: "low_stock" },
    })
  })

  it("has the error with its code, at once: what is refused is not asked again", async () => {
    answer = () => refusal
    const page = await mount(shop.url, useCards, cards({ status: "sold" as never }))
    await page.until(({ error }) => error !== null)
    expect(page.now.error).toMatchObject({ code: "invalid_status", status: 400 })
    expect(page.now).toMatchObject({ products: [], isLoading: false })
    expect(shop.asked).toHaveLength(1)
  })

  it("asks again what may pass: three times, and then has the error", async () => {
    answer = () => ({ status: 503, body: "<h1>Busy</h1>" })
    const page = await mount(shop.url, useCards, cards())
    await page.until(({ error }) => error !== null)
    expect(page.now.error).toMatchObject({ code: "unreadable_answer", status: 503 })
    expect(shop.asked).toHaveLength(4)
  })

  it("waits once more for what does not answer in time, and then has the error", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const impatient = truestock(shop.url, { timeout_ms: 30 })
    const page = await mount(shop.url, useCards, cards(), queryClient(), impatient)
    await page.until(({ error }) => error !== null)
    expect(page.now.error).toMatchObject({ code: "timeout", status: null })
    expect(shop.asked).toHaveLength(2)
    wait.release(listing([]))
  })

  it("gets over an error that passes, and shows none", async () => {
    answer = () => (shop.asked.length === 1 ? { status: 500, body: {} } : listing(["a"]))
    const page = await mount(shop.url, useCards, cards())
    await page.until(({ isLoading }) => !isLoading)
    expect(page.results.every(({ error }) => error === null)).toBe(true)
    expect(ids(page.now)).toEqual(["a"])
  })

  it("retries as the shop has set for all its queries", async () => {
    answer = () => ({ status: 503, body: {} })
    const page = await mount(shop.url, useCards, cards(), queryClient({ queries: { retry: false } }))
    await page.until(({ error }) => error !== null)
    expect(shop.asked).toHaveLength(1)
  })

  it("does not ask again when it renders with a new but equal object, and its products stay the same", async () => {
    const page = await mount(shop.url, useCards, cards({ status: ["in_stock"], q: "sea", limit: 3 }))
    await page.until(({ isLoading }) => !isLoading)
    const { products } = page.now
    for (const filters of [
      cards({ status: ["in_stock"], q: "sea", limit: 3 }),
      cards({ limit: 3, q: "sea", status: ["in_stock"] }),
      cards({ limit: 3, q: "sea", status: ["in_stock"], brand_id: undefined }),
    ]) {
      await page.render(filters)
      await passing(20)
      expect(page.now.isFetching).toBe(false)
      expect(page.now.products).toBe(products)
    }
    expect(shop.asked).toHaveLength(1)
  })

  it("keeps one empty list while it loads, so that effects on it do not run", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await mount(shop.url, useCards, cards())
    const { products } = page.now
    await page.render(cards())
    expect(page.now.products).toBe(products)
    wait.release(listing([]))
  })

  it("asks again when the filters differ, and has the new answer", async () => {
    const page = await mount(shop.url, useCards, cards({ category_id: "novels" }))
    await page.until(({ isLoading }) => !isLoading)
    await page.render(cards({ category_id: "poems" }))
    expect(page.now).toMatchObject({ products: [], isLoading: true })
    await page.until(({ isLoading }) => !isLoading)
    expect(ids(page.now)).toEqual(["poems"])
    expect(shop.asked.map(({ query }) => query.category_id)).toEqual(["novels", "poems"])
  })

  it("can show the last products until the new ones are there", async () => {
    const page = await mount(
      shop.url,
      (filters: CardFilters) => useAvailableProducts(filters, { placeholderData: keepPreviousData }),
      cards({ category_id: "novels" })
    )
    await page.until(({ isLoading }) => !isLoading)
    await page.render(cards({ category_id: "poems" }))
    expect(page.now).toMatchObject({ isLoading: false, isFetching: true })
    expect(ids(page.now)).toEqual(["novels"])
    await page.until(({ isFetching }) => !isFetching)
    expect(ids(page.now)).toEqual(["poems"])
  })

  it("aborts the request of filters that no longer matter", async () => {
    const wait = held<Answer>()
    answer = ({ query }) => (query.q === "s" ? wait.promise : listing(["sea"]))
    const page = await mount(shop.url, useCards, cards({ q: "s" }))
    await page.render(cards({ q: "sea" }))
    await page.until(({ isLoading }) => !isLoading)
    await page.until(() => shop.asked.some(({ query, aborted }) => query.q === "s" && aborted))
    expect(page.now).toMatchObject({ error: null })
    expect(ids(page.now)).toEqual(["sea"])
    wait.release(listing(["s"]))
  })

  it("aborts its request when it is unmounted", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await mount(shop.url, useCards, cards())
    await page.until(() => shop.asked.length > 0)
    const asked = shop.asked.at(-1)!
    expect(asked.aborted).toBe(false)
    await page.unmount()
    await until(() => asked.aborted)
    wait.release(listing([]))
  })

  it("asks nothing while it is not enabled", async () => {
    const page = await mount(
      shop.url,
      (enabled: boolean) => useAvailableProducts(cards(), { enabled }),
      false
    )
    await passing(20)
    expect(page.now).toMatchObject({ products: [], isLoading: false })
    expect(shop.asked).toEqual([])
    await page.render(true)
    await page.until(({ count }) => count === 41)
  })

  it("is asked again when the shop's queries are invalidated, and shows the old products until then", async () => {
    const page = await mount(shop.url, useCards, cards())
    await page.until(({ isLoading }) => !isLoading)
    answer = () => listing(["fresh"])
    void page.queries.invalidateQueries({ queryKey: TRUESTOCK_QUERIES })
    await page.until((result) => ids(result)[0] === "fresh")
    expect(page.results.filter((result) => !result.isLoading && ids(result).length === 0)).toEqual([])
  })

  it("takes over what was prefetched by the same question", async () => {
    const queries = queryClient({ queries: { staleTime: 60_000 } })
    await queries.prefetchQuery(availableProductsQuery(truestock(shop.url), cards({ limit: 3 })))
    const page = await mount(shop.url, useCards, cards({ limit: 3 }), queries)
    expect(page.results[0]).toMatchObject({ isLoading: false, count: 41 })
    expect(shop.asked).toHaveLength(1)
  })

  it("keeps the answers of two shops apart in one cache", async () => {
    const other = await openShop(() => listing(["other"]))
    const queries = queryClient({ queries: { staleTime: 60_000 } })
    const first = await mount(shop.url, useCards, cards(), queries)
    await first.until(({ isLoading }) => !isLoading)
    const second = await mount(other.url, useCards, cards(), queries)
    await second.until(({ isLoading }) => !isLoading)
    expect([ids(first.now), ids(second.now)]).toEqual([["a"], ["other"]])
    await other.close()
  })

  it("says what is missing where there is no TruestockProvider", () => {
    const Lonely = () => createElement("p", null, useAvailableProducts().count)
    const page = createElement(QueryClientProvider, { client: queryClient() }, createElement(Lonely))
    expect(() => renderToString(page)).toThrow("There is no TruestockProvider around this component")
  })
})
