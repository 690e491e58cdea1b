import { setImmediate as nextTurn } from "node:timers/promises"
import fc from "fast-check"
import { type IProductModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { drainBatch } from "../../src/modules/availability/drain/drain-batch"
import { refreshProducts } from "../../src/modules/availability/drain/refresh-products"
import { BEST_FIRST } from "../../src/modules/availability/status"
import { Comparison } from "../support/compare-listing"
import { assertListing } from "../support/listing-invariants"
import { anyQuestion, type Filter } from "../support/listing-questions"
import { OPTIONS } from "../support/plugin-options"
import { type Catalogue, fillWithRandomCatalogue } from "../support/random-catalogue"
import { readCatalogue } from "../support/reference-catalogue"
import { runWithShop } from "../support/run-with-shop"
import { picker, type Writer, writersOf } from "../support/unrest"

const SEED = 20_261_123
const PRODUCTS = 40
const CHANGES_PER_WRITER = 25

runWithShop((booted) => {
  let made: Catalogue
  let keys: { headers: Record<string, string> }[]
  let channelsOfKeys: string[][]

  beforeAll(async () => {
    const { availability, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    made = await fillWithRandomCatalogue(booted, PRODUCTS, SEED)
    channelsOfKeys = [1, 2, 3].map((count) => made.channels.slice(0, count))
    keys = []
    for (const channels of channelsOfKeys) keys.push(await shop.key(...channels))
    await availability.drain()
  })

  const list = async (key: number, query: string) => {
    const url = `/store/products/available?${query}`
    const { status, data } = await booted.api.get(url, { ...keys[key], validateStatus: null })
    expect({ url, status, message: data.message }).toEqual({ url, status: 200, message: undefined })
    return data
  }

  /** Does every writer's changes, and whatever else there is until the last of them is done, or one of all fails. */
  async function during(writers: Writer[], ...loops: ((i: number) => Promise<unknown>)[]): Promise<void> {
    let isOver = false
    const failures: unknown[] = []
    const run = (work: () => Promise<void>) => work().catch((error) => void failures.push(error))
    const isGoingOn = async () => {
      await nextTurn()
      return !isOver && failures.length === 0
    }
    const written = writers.map((writer) =>
      run(async () => {
        for (let i = 0; i < CHANGES_PER_WRITER && (await isGoingOn()); i++) await writer()
      })
    )
    const repeated = loops.map((loop) =>
      run(async () => {
        for (let i = 0; await isGoingOn(); i++) await loop(i)
      })
    )
    await Promise.all(written)
    isOver = true
    await Promise.all(repeated)
    if (failures.length > 0) throw failures[0]
  }

  const drain = () => drainBatch(booted.connection, OPTIONS, 7)

  const readModel = () =>
    Promise.all(
      ["channel", "variant", "location"].map((of) => booted.connection(`availability_${of}`).orderBy("id"))
    )

  /** Everything that is kept is what the rules make of the facts: for a rebuild, and for the slow reference. */
  async function expectTrue() {
    const { availability, connection } = booted
    await availability.drain()
    await assertListing(connection)
    const before = await readModel()
    await availability.enqueue()
    await availability.drain()
    expect(await readModel()).toEqual(before)
    await assertListing(connection)

    const shelves = await readCatalogue(connection)
    const comparison = new Comparison(booted, shelves, keys)
    for (const filters of [[], ["category_id"], ["min_price"], ["q", "brand_id"]] as Filter[][]) {
      const question = anyQuestion(made, shelves.sold_from, channelsOfKeys, filters)
      for (const asked of fc.sample(question, { numRuns: 2, seed: SEED })) await comparison.compare(asked)
    }
  }

  it("answers each question out of one moment, and ends true, while everything changes", async () => {
    const pick = picker(SEED)
    let answers = 0
    let labels = 0
    const read = async () => {
      const statuses = pick([
        ["in_stock", "low_stock"],
        ["out_of_stock"],
        ["preorder", "incoming"],
        [...BEST_FIRST],
      ])
      const category = pick([undefined, undefined, pick(made.categories)])
      const location = pick([undefined, undefined, made.locations[0]])
      const query = new URLSearchParams({
        status: statuses.join(","),
        order: pick(["title", "-created_at", "availability", "-price", "updated_at"]),
        offset: pick(["0", "0", "5"]),
        limit: "20",
        region_id: made.regions.usd,
        facets: "status,category_id",
        view: "card",
        ...(category && { category_id: category }),
        ...(location && { location_id: location }),
      })
      const page = await list(pick([0, 1, 2]), `${query}`)

      const ids = page.products.map((p: { id: string }) => p.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const product of page.products) expect(statuses).toContain(product.availability.status)
      const chosen = page.facets.status.filter((facet: { value: string }) => statuses.includes(facet.value))
      const sum = chosen.reduce((total: number, facet: { count: number }) => total + facet.count, 0)
      expect({ query: `${query}`, sum }).toEqual({ query: `${query}`, sum: page.count })
      if (category) {
        const ofCategory = page.facets.category_id.find(
          (facet: { value: string }) => facet.value === category
        )
        expect({ query: `${query}`, count: ofCategory?.count ?? 0 }).toEqual({
          query: `${query}`,
          count: page.count,
        })
      }
      expect(ids.length).toBeLessThanOrEqual(Math.max(0, page.count - page.offset))
      answers++
      labels += ids.length
    }
    const writers = Object.values(writersOf(booted, made, made.products, SEED))
    await during([...writers, read, read, read], drain, drain, () => assertListing(booted.connection))

    expect(labels).toBeGreaterThan(answers)
    await expectTrue()
  })

  it.each(["title", "-created_at", "updated_at", "price", "-price", "availability"])(
    "walks by cursor in the order %s without a gap or a double while other products change",
    async (order) => {
      // Every other product is left alone.
      const changing = made.products.filter((_, i) => i % 2 === 1)
      const { stock, override, channel, publication } = writersOf(booted, made, changing, SEED)
      const query = `status=any&order=${order}&limit=3&fields=id&region_id=${made.regions.usd}`
      const walk = async (): Promise<string[]> => {
        const found: string[] = []
        for (let next: string | null = ""; next !== null;) {
          const page: any = await list(1, query + (next && `&cursor=${next}`))
          found.push(...page.products.map((p: { id: string }) => p.id))
          next = page.next_cursor
        }
        return found
      }
      const isStill = (id: string) => !changing.includes(id)
      const expected = (await walk()).filter(isStill)
      let walks = 0

      await during([stock!, override!, channel!, publication!], drain, async () => {
        const found = await walk()
        expect(found.filter(isStill)).toEqual(expected)
        // What changes its place in the order may be met again; nothing else is.
        if (order !== "availability") expect(new Set(found).size).toBe(found.length)
        walks++
      })
      expect(walks).toBeGreaterThan(0)
      expect(expected.length).toBeGreaterThan(6)
    }
  )

  it("keeps counts exact when the same products are refreshed in many connections at once", async () => {
    const { connection } = booted
    const pick = picker(SEED)
    const refresh = () => {
      const ids = made.products.filter(() => pick([true, false, false]))
      return connection.transaction((tx) => refreshProducts(tx, ids, OPTIONS))
    }
    const writers = writersOf(booted, made, made.products, SEED + 1)
    await during(
      [writers.stock!, writers.override!, writers.sorting!],
      refresh,
      refresh,
      refresh,
      drain,
      drain
    )
    await expectTrue()
  })

  it("keeps no trace of categories, products and channels that were deleted for good meanwhile", async () => {
    const { connection, container } = booted
    const service = container.resolve<IProductModuleService>(Modules.PRODUCT)
    const [leaf, ...products] = [made.categories.at(-1)!, ...made.products.slice(10, 16)]
    const goners = [
      () => service.deleteProductCategories([leaf]),
      () => service.deleteProducts(products),
      () => connection("sales_channel").where({ id: made.channels[1] }).update({ deleted_at: new Date() }),
    ]
    const { stock, sorting } = writersOf(booted, made, made.products.slice(0, 10), SEED + 2)
    await during([stock!, sorting!], drain, drain, async () => void (await goners.shift()?.()))
    for (const goner of goners) await goner()
    await booted.availability.drain()

    await assertListing(connection)
    const traces = await connection("listing_entry as e")
      .join("listing_scope as s", "s.id", "e.scope_id")
      .where((any) =>
        any
          .whereIn("e.product_id", products)
          .orWhere("s.category_id", leaf)
          .orWhere("s.sales_channel_id", made.channels[1]!)
      )
    expect(traces).toEqual([])
  })
})
