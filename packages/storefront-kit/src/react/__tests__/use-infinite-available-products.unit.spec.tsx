/** @jest-environment ./src/__tests__/browser.js */
import { act } from "react"
import { listing } from "../../__tests__/answers.js"
import { type Answer, type Asked, held, type LoopbackShop, openShop } from "../../__tests__/loopback-shop.js"
import { useInfiniteAvailableProducts } from "../index.js"
import { mount, passing, unmountAll, until } from "./mount.js"

const PAGES: Record<string, Answer> = {
  first: listing(["a", "b"], { count: 5, next_cursor: "second" }),
  second: listing(["c", "d"], { count: 5, next_cursor: "third" }),
  third: listing(["e"], { count: 4, next_cursor: null }),
}

let answer: (asked: Asked) => Answer | Promise<Answer>
let shop: LoopbackShop

beforeEach(async () => {
  answer = ({ query }) => PAGES[query.cursor ?? "first"]!
  shop = await openShop((asked) => answer(asked))
})
afterEach(async () => {
  await unmountAll()
  await shop.close()
})

const useCards = (q?: string) => useInfiniteAvailableProducts({ view: "card", limit: 2, q })
const ids = ({ products }: { products: { id: string }[] }) => products.map(({ id }) => id).join("")

describe("useInfiniteAvailableProducts", () => {
  it("adds page after page by cursor until there is none, and counts as the last page did", async () => {
    const page = await mount(shop.url, useCards, undefined)
    expect(page.now).toMatchObject({ products: [], isLoading: true, hasNextPage: false })
    await page.until(({ isLoading }) => !isLoading)
    expect(page.now).toMatchObject({ count: 5, hasNextPage: true, error: null })
    for (const sofar of ["abcd", "abcde"]) {
      await act(() => page.now.fetchNextPage())
      await page.until((result) => ids(result) === sofar)
    }
    expect(page.now).toMatchObject({ count: 4, hasNextPage: false, isFetchingNextPage: false })
    expect(shop.asked.map(({ query }) => [query.cursor, query.limit, query.offset])).toEqual([
      [undefined, "2", undefined],
      ["second", "2", undefined],
      ["third", "2", undefined],
    ])
  })

  it("begins anew with other filters, and with equal ones does nothing", async () => {
    const page = await mount(shop.url, useCards, "sea")
    await page.until(({ isLoading }) => !isLoading)
    await act(() => page.now.fetchNextPage())
    await page.until((result) => ids(result) === "abcd")
    const { products } = page.now
    await page.render("sea")
    await passing(20)
    expect(page.now.products).toBe(products)
    expect(shop.asked).toHaveLength(2)

    await page.render("land")
    await page.until(({ isLoading }) => !isLoading)
    expect(ids(page.now)).toBe("ab")
    expect(shop.asked.at(-1)!.query).toMatchObject({ q: "land", limit: "2" })
    expect(shop.asked.at(-1)!.query).not.toHaveProperty("cursor")
  })

  it("keeps what it has when the next page is refused, and says why", async () => {
    const page = await mount(shop.url, useCards, undefined)
    await page.until(({ isLoading }) => !isLoading)
    answer = () => ({
      status: 400,
      body: { code: "invalid_cursor", type: "invalid_data", message: "Broken." },
    })
    await act(() => page.now.fetchNextPage())
    await page.until(({ error }) => error !== null)
    expect(page.now.error).toMatchObject({ code: "invalid_cursor", status: 400 })
    expect(ids(page.now)).toBe("ab")
    expect(shop.asked).toHaveLength(2)
  })

  it("aborts its request when it is unmounted", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await mount(shop.url, useCards, undefined)
    await page.until(() => shop.asked.length > 0)
    const asked = shop.asked.at(-1)!
    await page.unmount()
    await until(() => asked.aborted)
    wait.release(listing([]))
  })

  it("ends after one page at a server that knows no cursors", async () => {
    answer = () => listing(["a"], { next_cursor: undefined })
    const page = await mount(shop.url, useCards, undefined)
    await page.until(({ isLoading }) => !isLoading)
    expect(page.now.hasNextPage).toBe(false)
  })
})
