import fc from "fast-check"
import { BEST_FIRST } from "../../src/modules/availability/status"
import type { Told } from "../../src/modules/availability/rules/__tests__/reference-table"
import { type Catalogue, fillWithRandomCatalogue } from "../support/random-catalogue"
import {
  type Asked,
  type Listed,
  type ListedProduct,
  listSlowly,
  readCatalogue,
} from "../support/reference-listing"
import { runWithShop } from "../support/run-with-shop"

const SEED = 20_261_121
const PRODUCTS = 60
const QUESTIONS = 50

runWithShop((booted) => {
  let made: Catalogue
  let catalogue: ListedProduct[]
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
    catalogue = await readCatalogue(connection)
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
    })
    expect(data.products[0].variants[0].availability.status).toBe("low_stock")
    expect(data.products[0].variants[0].inventory_quantity).toBe(3)
    expect(data.products[0].categories).toEqual([])
  })

  type Question = Asked & { key: number; named: boolean; limit: number }

  /** Some of the key's channels are named, or none, which means all of them. */
  const anyQuestion = () =>
    fc
      .record({
        key: fc.nat({ max: 2 }),
        statuses: fc.oneof(
          fc.constant("any" as const),
          fc.subarray([...BEST_FIRST] as string[], { minLength: 1, maxLength: 3 })
        ),
        category_ids: fc.option(fc.subarray(made.categories, { minLength: 1, maxLength: 2 }), {
          nil: undefined,
        }),
        collection_ids: fc.option(fc.subarray(made.collections, { minLength: 1 }), {
          nil: undefined,
          freq: 2,
        }),
        order: fc.constantFrom("created_at", "-created_at", "title", "-title" as const),
        limit: fc.integer({ min: 3, max: 40 }),
      })
      .chain((asked) =>
        fc
          .record({
            named: fc.boolean(),
            channel: fc.nat({ max: asked.key }),
            filters: fc.constantFrom<("category_ids" | "collection_ids")[]>(
              [],
              ["category_ids"],
              ["collection_ids"]
            ),
          })
          .map(({ named, channel, filters }): Question => ({
            ...asked,
            category_ids: filters.includes("category_ids") ? asked.category_ids : undefined,
            collection_ids: filters.includes("collection_ids") ? asked.collection_ids : undefined,
            named,
            channels: named ? [made.channels[channel]!] : made.channels.slice(0, asked.key + 1),
          }))
      )

  const questions = (count: number, seed = SEED) => fc.sample(anyQuestion(), { numRuns: count, seed })

  function address(asked: Question, offset: number): string {
    const query = new URLSearchParams({ order: asked.order, limit: `${asked.limit}`, offset: `${offset}` })
    for (const status of asked.statuses === "any" ? ["any"] : asked.statuses) query.append("status", status)
    for (const id of asked.category_ids ?? []) query.append("category_id", id)
    for (const id of asked.collection_ids ?? []) query.append("collection_id", id)
    if (asked.named) query.append("sales_channel_id", asked.channels[0]!)
    return `/store/products/available?${query}`
  }

  const ask = async (asked: Question, offset: number, fields = "&fields=id") => {
    const url = address(asked, offset) + fields
    const { status, data } = await booted.api.get(url, { ...keys[asked.key], validateStatus: null })
    expect({ url, status, message: data.message }).toEqual({ url, status: 200, message: undefined })
    return data
  }

  const shown = ({ status, purchasable, quantity, available_on }: Told) => ({
    status,
    purchasable,
    quantity,
    available_on,
  })

  describe("GET /store/products/available, compared with a slow and obvious listing", () => {
    it("has every page of every question, without a gap or a double, with the exact count", async () => {
      let pages = 0
      for (const asked of questions(QUESTIONS)) {
        const expected = listSlowly(catalogue, asked).map((p) => p.id)
        const found: string[] = []
        do {
          const page = await ask(asked, found.length)
          expect({ asked, count: page.count }).toEqual({ asked, count: expected.length })
          expect(page).toMatchObject({ limit: asked.limit, offset: found.length })
          expect(page.products.length).toBe(Math.min(asked.limit, expected.length - found.length))
          found.push(...page.products.map((p: { id: string }) => p.id))
          pages++
        } while (found.length < expected.length)
        expect({ asked, found }).toEqual({ asked, found: expected })
      }
      // Were every list empty or on one page, this would prove nothing.
      expect(pages).toBeGreaterThan(QUESTIONS * 1.2)
    })

    it("is empty, with the same count, behind the last page", async () => {
      const asked: Question = { ...questions(1)[0]!, ...EVERYTHING(made), limit: 10 }
      const expected = listSlowly(catalogue, asked)
      expect(await ask(asked, expected.length)).toMatchObject({ products: [], count: expected.length })
    })

    it("tells of every product and variant what the rules say", async () => {
      const seen = new Set<string>()
      for (const key of [0, 1, 2]) {
        const asked: Question = { ...EVERYTHING(made, key), key, named: false, limit: 100, order: "title" }
        const { products } = await ask(asked, 0, "&fields=id,variants.id")
        const expected: Listed[] = listSlowly(catalogue, asked)
        expect(products.map((p: any) => [p.id, availabilityOf(p)])).toEqual(
          expected.map((p) => [p.id, withMoment(shown(p.told))])
        )
        for (const [i, product] of products.entries()) {
          const variants = Object.fromEntries(product.variants.map((v: any) => [v.id, availabilityOf(v)]))
          const told = Object.entries(expected[i]!.variants).map(([id, t]) => [id, withMoment(shown(t))])
          expect(variants).toEqual(Object.fromEntries(told))
        }
        for (const p of expected) seen.add(p.told.status)
      }
      expect([...seen].sort()).toEqual([...BEST_FIRST].sort())
    })

    it("never has a product that is unpublished, deleted or in none of the key's channels", async () => {
      const { products } = await ask(
        { ...EVERYTHING(made, 0), key: 0, named: false, limit: 100, order: "title" },
        0
      )
      const listed = new Set(products.map((p: { id: string }) => p.id))
      const rows = await booted.connection("product").select("id", "status", "deleted_at")
      const hidden = {
        draft: rows.filter((p) => p.status === "draft"),
        deleted: rows.filter((p) => p.deleted_at !== null),
        elsewhere: catalogue.filter((p) => p.is_published && !p.channels[made.channels[0]!]),
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
        const asked = { ...EVERYTHING(made), category_ids, limit: 100, order: "title" as const }
        return (await ask(asked, 0)).products.map((p: { id: string }) => p.id)
      }
      const inherited = categories
        .filter((c) => c.parent_category_id === null)
        .flatMap(({ id: category }) =>
          listSlowly(catalogue, { ...EVERYTHING(made), category_ids: [category], order: "title" })
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
        const asked: Asked = { ...EVERYTHING(made), statuses: [status], order: "title" }
        const [product] = listSlowly(catalogue, asked)
        const { data } = await booted.api.get(`/store/products/${product!.id}?fields=id`, keys[2])
        expect({ status, id: data.product.id }).toEqual({ status, id: product!.id })
      }
    })
  })
})

/** All there is for a key with so many channels and one. */
const EVERYTHING = (made: Catalogue, key = 2) => ({
  channels: made.channels.slice(0, key + 1),
  statuses: "any" as const,
  category_ids: undefined,
  collection_ids: undefined,
  key,
  named: false,
})

function withMoment<T extends { available_on: string | null }>(told: T): T {
  return { ...told, available_on: told.available_on && new Date(told.available_on).toISOString() }
}

function availabilityOf(shown: { availability: { available_on: string | null } }) {
  return withMoment(shown.availability)
}
