/** @jest-environment ./src/__tests__/browser.js */
import { QueryClientProvider } from "@tanstack/react-query"
import { act } from "react"
import { renderToString } from "react-dom/server"
import { card, listing, refusal } from "../../../__tests__/answers.js"
import {
  type Answer,
  type Asked,
  held,
  type LoopbackShop,
  openShop,
} from "../../../__tests__/loopback-shop.js"
import { open, queryClient, truestock, unmountAll, until } from "../../__tests__/mount.js"
import { infiniteAvailableProductsQuery, TruestockProvider } from "../../index.js"
import { ProductListing, type ProductListingProps } from "../index.js"

let answer: (asked: Asked) => Answer | Promise<Answer>
let shop: LoopbackShop

beforeEach(async () => {
  answer = () => listing(["a", "b"], { count: 2 })
  shop = await openShop((asked) => answer(asked))
})
afterEach(async () => {
  await unmountAll()
  await shop.close()
})

async function openListing(props: ProductListingProps = {}) {
  const page = await open(shop.url)
  await page.show(<ProductListing {...props} />)
  const find = (selector: string) => page.body.querySelector<HTMLElement>(selector)
  return {
    ...page,
    find,
    items: () => [...page.body.querySelectorAll("li")].map((item) => item.textContent),
    status: () => find("[role=status]")!.textContent,
    click: (selector: string) => act(async () => find(selector)!.click()),
  }
}

describe("ProductListing", () => {
  it("asks for what is in stock or low in the category, and lists it with title, price and availability", async () => {
    const page = await openListing({ categoryId: "pcat_1", label: "Fiction" })
    await until(() => page.items().length === 2)
    expect(shop.asked.at(-1)!.query).toEqual({ view: "card", category_id: "pcat_1" })
    expect(page.items()[0]).toBe("Book aPicadorfrom US$12.50Only 3 left")
    expect(page.find("li a")!.getAttribute("href")).toBe("/products/book-a")
    expect(page.find("section")!.getAttribute("aria-label")).toBe("Fiction")
    expect(page.find("ul > li")!.dataset.status).toBe("low_stock")
  })

  it("says in a region that was there before that it loads, then how many there are, or none", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await openListing()
    const region = page.find("[role=status]")
    expect(page.status()).toBe("Loading products")
    expect(page.find("section")!.getAttribute("aria-busy")).toBe("true")
    wait.release(listing(["a"], { count: 1234 }))
    await until(() => page.status() === "1,234 products")
    expect(page.find("[role=status]")).toBe(region)
    expect(page.find("section")!.getAttribute("aria-busy")).toBe("false")

    answer = () => listing([])
    await page.show(<ProductListing categoryId="empty" />)
    await until(() => page.status() === "No products found")
    expect(page.find("ul")).toBeNull()
  })

  it("tells an error as an alert with its code, and gets over it when it is tried again", async () => {
    answer = () => refusal
    const page = await openListing({ componentTexts: { retry: "Once more" } })
    await until(() => page.find("[role=alert]") !== null)
    const alert = page.find("[role=alert]")!
    expect([alert.dataset.code, alert.textContent]).toEqual([
      "invalid_status",
      "The products could not be loaded.Once more",
    ])
    expect(page.status()).toBe("")
    answer = () => listing(["a"])
    await page.click("[role=alert] button")
    await until(() => page.items().length === 1)
    expect(page.find("[role=alert]")).toBeNull()
  })

  it("adds more at a click, and moves the focus to the first that is new", async () => {
    answer = ({ query }) =>
      query.cursor ? listing(["c"], { count: 3 }) : listing(["a", "b"], { count: 3, next_cursor: "second" })
    const page = await openListing({ filters: { limit: 2, order: "title" } })
    await until(() => page.items().length === 2)
    page.find(".truestock-listing-more")!.focus()
    await page.click(".truestock-listing-more")
    await until(() => page.items().length === 3)
    expect(document.activeElement).toBe(page.body.querySelectorAll("li")[2])
    expect(page.find(".truestock-listing-more")).toBeNull()
    expect(shop.asked.at(-1)!.query).toEqual({ view: "card", limit: "2", order: "title", cursor: "second" })
  })

  it("keeps what it has where more cannot be had", async () => {
    answer = ({ query }) => (query.cursor ? refusal : listing(["a"], { count: 3, next_cursor: "second" }))
    const page = await openListing()
    await until(() => page.items().length === 1)
    await page.click(".truestock-listing-more")
    await until(() => page.find("[role=alert]") !== null)
    expect(page.items()).toHaveLength(1)
    expect(page.status()).toBe("3 products")

    // Nobody who has gone on to something else is called back.
    answer = () => listing(["a", "b", "c"], { count: 3 })
    await page.show(<ProductListing categoryId="other" />)
    await until(() => page.items().length === 3)
    expect(document.activeElement).toBe(document.body)
  })

  it("speaks the locale's language, and says what the shop would have it say", async () => {
    const page = await openListing({
      locale: "de-DE",
      texts: { low_stock: "Noch {quantity}" },
      className: "grid",
    })
    expect(page.status()).toBe("Produkte werden geladen")
    await until(() => page.items().length === 2)
    expect(page.status()).toBe("2 Produkte")
    expect(page.items()[0]).toContain("Noch 3")
    expect(page.items()[0]).toMatch(/ab 12,50\s\$/)
    expect(page.find("section")!.className).toBe("truestock-listing grid")
    await page.show(<ProductListing hrefOf={({ id }) => `/p/${id}`} />)
    expect(page.find("li a")!.getAttribute("href")).toBe("/p/a")
  })

  it("lets the shop draw a product, in a list item all the same; markup in a title stays text", async () => {
    const title = "</li><script>alert(1)</script>"
    answer = () => listing([], { products: [{ ...card("a"), title }], count: 1 })
    const page = await openListing({ renderProduct: (product) => <h3>{product.title}</h3> })
    await until(() => page.items().length === 1)
    expect(page.find("li h3")!.textContent).toBe(title)
    await page.show(<ProductListing />)
    expect(page.find("li a")!.textContent).toBe(title)
    expect(page.find("script")).toBeNull()
  })

  it("begins with what was prefetched by the same question, and asks nothing more", async () => {
    const queries = queryClient({ queries: { staleTime: 60_000 } })
    const filters = { limit: 2 }
    const question = { ...filters, view: "card", category_id: "pcat_1" } as const
    await queries.prefetchInfiniteQuery(infiniteAvailableProductsQuery(truestock(shop.url), question))
    const page = await open(shop.url, queries)
    await page.show(<ProductListing categoryId="pcat_1" filters={filters} />)
    expect(page.body.querySelectorAll("li")).toHaveLength(2)
    expect(shop.asked).toHaveLength(1)
  })

  it("is loading on a server that has prefetched nothing, and throws nothing", async () => {
    const html = renderToString(
      <QueryClientProvider client={queryClient()}>
        <TruestockProvider client={truestock(shop.url)}>
          <ProductListing />
        </TruestockProvider>
      </QueryClientProvider>
    )
    expect(html).toContain("Loading products")
  })
})
