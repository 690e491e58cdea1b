import fc from "fast-check"
import { BEST_FIRST } from "../../src/modules/availability/status"
import { asFull, Comparison, toldOf } from "../support/compare-listing"
import { anyQuestion, FILTER_NAMES, ORDERS } from "../support/listing-questions"
import { type Catalogue, fillWithRandomCatalogue } from "../support/random-catalogue"
import { readCatalogue, type Shelves } from "../support/reference-catalogue"
import { type Asked, listSlowly } from "../support/reference-listing"
import { runWithShop } from "../support/run-with-shop"

const SEED = 20_261_121
const PRODUCTS = 60

runWithShop((booted) => {
  let made: Catalogue
  let shelves: Shelves
  /** Of the first channel, of the first two, and of all three. */
  let keys: { headers: Record<string, string> }[]

  beforeAll(async () => {
    const { availability, connection, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    made = await fillWithRandomCatalogue(booted, PRODUCTS, SEED)
    keys = []
    for (const count of [1, 2, 3]) keys.push(await shop.key(...made.channels.slice(0, count)))
    await availability.drain()
    shelves = await readCatalogue(connection)
  })

  it("is asked for nothing: lists what is in stock or low, newest first, with an exact count", async () => {
    const { api, shop, availability } = booted
    const channel = await shop.channel()
    const location = await shop.location(channel)
    const plenty = await shop.book({ channels: [channel], stock: { [location]: 50 } })
    const few = await shop.book({ channels: [channel], stock: { [location]: 3 } })
    await shop.book({ channels: [channel], stock: { [location]: 0 } })
    await shop.book({ channels: [channel] })
    const key = await shop.key(channel)
    await availability.drain()

    const { data } = await api.get("/store/products/available", key)

    expect(data.count).toBe(2)
    expect(data.products.map((p: any) => p.id)).toEqual([few.id, plenty.id])
    expect(data.products[0].availability).toEqual({
      status: "low_stock",
      purchasable: true,
      quantity: 3,
      available_on: null,
      lead_time_days: null,
      eta: null,
    })
    expect(data.products[0].variants[0].availability.status).toBe("low_stock")
    expect(data.products[0].variants[0].inventory_quantity).toBe(3)
    expect(data.products[0].categories).toEqual([])
  })

  const everything = (key = 2): Asked => ({
    channels: made.channels.slice(0, key + 1),
    statuses: "any",
    order: "title",
  })

  const list = async (key: number, query: string) => {
    const url = `/store/products/available?limit=100&order=title&status=any&${query}`
    const { status, data } = await booted.api.get(url, { ...keys[key], validateStatus: null })
    expect({ url, status, message: data.message }).toEqual({ url, status: 200, message: undefined })
    return data
  }

  describe("GET /store/products/available, compared with a slow and obvious listing", () => {
    it.each(ORDERS)("has every page in the order %s, with no filter or with one", async (order) => {
      const channelsOfKeys = [1, 2, 3].map((count) => made.channels.slice(0, count))
      const comparison = new Comparison(booted, shelves, keys)
      for (const [i, filters] of [[], ...FILTER_NAMES.map((name) => [name])].entries()) {
        const question = anyQuestion(made, shelves.sold_from, channelsOfKeys, filters, [order])
        const [asked] = fc.sample(question, { numRuns: 1, seed: SEED + 31 * ORDERS.indexOf(order) + i })
        await comparison.compare(asked!)
      }
      // Were every list empty or on one page, this would prove nothing.
      expect(comparison.pages).toBeGreaterThan(FILTER_NAMES.length * 3)
      expect(comparison.filled).toBeGreaterThan(FILTER_NAMES.length / 2)
    })

    it("is empty, with the same count, behind the last page", async () => {
      const expected = listSlowly(shelves, everything())
      const page = await list(2, `offset=${expected.length}`)
      expect(page).toMatchObject({ products: [], count: expected.length, next_cursor: null })
    })

    it("tells of every product and variant what the rules say, in every status", async () => {
      const seen = new Set<string>()
      for (const key of [0, 1, 2]) {
        const { products } = await list(key, "fields=id,variants.id")
        const expected = listSlowly(shelves, everything(key))
        expect(products.map(asFull)).toEqual(expected.map(toldOf))
        for (const { told } of expected) seen.add(told.status)
        for (const { told } of expected) if (told.notes) seen.add("noted")
        for (const { told } of expected) if (told.lead_time_days) seen.add("with a lead time")
        for (const { told } of expected) if (told.eta) seen.add("with an expected date")
      }
      expect([...seen].sort()).toEqual(
        [...BEST_FIRST, "noted", "with a lead time", "with an expected date"].sort()
      )
    })

    it("tells each key of its own channels only, whatever a key of others is told", async () => {
      const told = async (key: number, named: string) => {
        const { products } = await list(key, `view=card&sales_channel_id=${named}`)
        return products
      }
      const [first, second] = made.channels as [string, string]
      expect(await told(1, first)).toEqual((await list(0, "view=card")).products)
      expect(await told(2, second)).toEqual(await told(1, second))
      expect(await told(1, second)).not.toEqual(await told(1, first))
    })

    it("never has a product that is unpublished, deleted or in none of the key's channels", async () => {
      const { products } = await list(0, "fields=id")
      const listed = new Set(products.map((p: { id: string }) => p.id))
      const rows = await booted.connection("product").select("id", "status", "deleted_at")
      const hidden = {
        draft: rows.filter((p) => p.status === "draft"),
        deleted: rows.filter((p) => p.deleted_at !== null),
        elsewhere: shelves.products.filter((p) => p.is_published && !p.channels[made.channels[0]!]),
      }
      for (const [why, some] of Object.entries(hidden)) {
        expect({ why, some: some.length }).not.toEqual({ why, some: 0 })
        expect({ why, listed: some.filter((p) => listed.has(p.id)) }).toEqual({ why, listed: [] })
      }
    })

    it("shows in a category what its active public descendants have, and nothing in a hidden one", async () => {
      const categories = await booted.connection("product_category").whereNull("deleted_at")
      const links = await booted.connection("product_category_product")
      const hidden = categories.filter((c) => !c.is_active || c.is_internal).map((c) => c.id)
      const listedIn = async (category_ids: string[]): Promise<string[]> => {
        const { products } = await list(2, `fields=id&category_id=${category_ids.join(",")}`)
        return products.map((p: { id: string }) => p.id)
      }
      const inherited = categories
        .filter((c) => c.parent_category_id === null)
        .flatMap(({ id: category }) =>
          listSlowly(shelves, { ...everything(), category_ids: [category] })
            .filter((p) => !links.some((l) => l.product_id === p.id && l.product_category_id === category))
            .map((p) => ({ category, product: p.id }))
        )

      expect(inherited.length).toBeGreaterThan(0)
      for (const { category, product } of inherited) expect(await listedIn([category])).toContain(product)
      expect(hidden.length).toBeGreaterThan(1)
      expect(await listedIn(hidden)).toEqual([])
    })

    it("leaves the product page reachable in every status", async () => {
      for (const status of BEST_FIRST) {
        const [product] = listSlowly(shelves, { ...everything(), statuses: [status] })
        const { data } = await booted.api.get(`/store/products/${product!.id}?fields=id`, keys[2])
        expect({ status, id: data.product.id }).toEqual({ status, id: product!.id })
      }
    })
  })
})
