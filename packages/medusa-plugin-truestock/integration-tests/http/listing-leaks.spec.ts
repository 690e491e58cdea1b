import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type IProductModuleService } from "@medusajs/framework/types"
import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { AvailabilityStatus } from "../../src/modules/availability"
import { assertListing } from "../support/listing-invariants"
import { runWithShop } from "../support/run-with-shop"

type BrandService = {
  createBrands(brand: { name: string }): Promise<{ id: string }>
  updateBrands(brand: { id: string; name: string }): Promise<unknown>
}

/** What the listing must not tell, and odd catalogues that it must survive. */
runWithShop((booted) => {
  let channel: string
  let location: string
  let key: { headers: Record<string, string> }

  beforeAll(async () => {
    ;({ channel, location } = await booted.shop.open())
    key = await booted.shop.key(channel)
  })
  // Nothing is drained but when a test says so.
  beforeEach(() => booted.availability.__hooks.onApplicationPrepareShutdown())

  const book = (title?: string) => booted.shop.book({ title, channels: [channel], stock: { [location]: 7 } })

  const list = async (query = "", headers = key) => {
    const url = `/store/products/available?${query}`
    const { status, data } = await booted.api.get(url, { ...headers, validateStatus: null })
    expect({ url, status, message: data.message }).toEqual({ url, status: 200, message: undefined })
    return data
  }
  const idsOf = (page: any): string[] => page.products.map((p: { id: string }) => p.id)

  describe("A product that must not be seen any more is not shown, even before the drain ran:", () => {
    const db = () => booted.connection
    const ways = {
      "it was unpublished": (id: string) => db()("product").where({ id }).update({ status: "draft" }),
      "it was deleted": (id: string) => db()("product").where({ id }).update({ deleted_at: new Date() }),
      "it is gone for good": (id: string) =>
        booted.container.resolve<IProductModuleService>(Modules.PRODUCT).deleteProducts([id]),
      "it left the channel": (product_id: string) =>
        db()("product_sales_channel").where({ product_id }).delete(),
      "its link to the channel was deleted": (product_id: string) =>
        db()("product_sales_channel").where({ product_id }).update({ deleted_at: new Date() }),
    }

    it.each(Object.keys(ways) as (keyof typeof ways)[])("%s", async (way) => {
      const [gone, stays] = [await book("Gone"), await book("Stays")]
      await booted.availability.drain()
      expect(idsOf(await list("order=title"))).toEqual([gone.id, stays.id])

      await ways[way](gone.id)
      for (const query of [
        "fields=id",
        "view=card",
        `location_id=${location}`,
        "status=any&facets=status",
        "q=gone",
      ]) {
        const page = await list(query)
        expect({ query, ids: idsOf(page).includes(gone.id) }).toEqual({ query, ids: false })
        expect(JSON.stringify(page)).not.toContain("Gone")
      }
      await booted.availability.drain()
      expect(await list()).toMatchObject({ count: 1, products: [{ id: stays.id }] })
      await assertListing(booted.connection)
    })
  })

  it("shows a product of two channels to each with what it may know", async () => {
    const { availability, shop } = booted
    const other = await shop.channel()
    const otherLocation = await shop.location(other)
    const { id } = await shop.book({
      channels: [channel, other],
      stock: { [location]: 0, [otherLocation]: 40 },
    })
    await availability.setOverride({
      ...{ product_id: id, sales_channel_id: other, status: AvailabilityStatus.IN_STOCK },
      ...{ notes: "Only for the others", note_visible: true },
    })
    await availability.drain()

    const mine = await list("status=any")
    expect(mine.products[0].availability).toMatchObject({ status: "out_of_stock", quantity: 0 })
    expect(JSON.stringify(mine)).not.toContain("Only for the others")
    const theirs = await list("status=any", await shop.key(other))
    expect(theirs.products[0].availability).toMatchObject({
      status: "in_stock",
      notes: "Only for the others",
    })
  })

  it("never tells a note that is internal, and tells one that is for shoppers", async () => {
    const { availability } = booted
    const { id, variant_id } = await book()
    const status = AvailabilityStatus.OUT_OF_STOCK
    const asked = ["status=any", "status=any&view=card", `status=any&location_id=${location}`]
    for (const scope of [{}, { variant_id }, { sales_channel_id: channel }]) {
      await availability.setOverride({ product_id: id, ...scope, status, notes: "Fraud suspected" })
      for (const query of asked) {
        const page = await list(query)
        expect(page.products).toHaveLength(1)
        expect(JSON.stringify(page)).not.toContain("Fraud")
        expect(page.products[0].availability).not.toHaveProperty("notes")
      }
      await availability.clearOverride({ product_id: id, ...scope })
    }
    await availability.setOverride({ product_id: id, status, notes: "Back in May", note_visible: true })
    for (const query of asked) expect((await list(query)).products[0].availability.notes).toBe("Back in May")
  })

  describe("Where the shop does not tell how many there are", () => {
    const options = () => booted.availability.storeOptions as { expose_quantity: boolean }
    beforeEach(() => void (options().expose_quantity = false))
    afterEach(() => void (options().expose_quantity = true))

    it("no answer has a quantity", async () => {
      await book()
      await booted.availability.drain()
      for (const query of [
        "",
        "view=card",
        `location_id=${location}`,
        "fields=*variants",
        "fields=id,variants.id",
      ]) {
        const page = await list(query)
        expect(page.products[0].availability).toMatchObject({ status: "low_stock", purchasable: true })
        expect(JSON.stringify(page)).not.toMatch(/quantity/)
      }
    })

    it("asking for one is refused", async () => {
      const item = "variants.inventory_items.inventory"
      const fields = [
        "variants.inventory_quantity",
        "+variants.inventory_quantity",
        item,
        `${item}.location_levels`,
      ]
      for (const field of fields) {
        const url = `/store/products/available?fields=${encodeURIComponent(field)}`
        const { status, data } = await booted.api.get(url, { ...key, validateStatus: null })
        expect({ status, code: data.code }).toEqual({ status: 400, code: "invalid_fields" })
        expect(data.message).toContain(field)
      }
    })
  })

  describe("An odd catalogue is listed as any other:", () => {
    it("titles that are empty, long, or in any script are found, sorted and walked", async () => {
      const titles = [
        ...[
          "",
          " ",
          "a".repeat(10_240),
          `${"三".repeat(59)}𠮷𠮷`,
          "📚👩‍🚀",
          "‏مرحبا بالعالم",
          "שלום עולם",
          "三体",
          "Ünïcödé",
        ],
        ...[
          "O'Neill",
          'She said "no"',
          "back\\slash \\u0000",
          "'; drop table product; --",
          "a & b | !c:*",
          "ﷺ",
          "ẞ",
          "ﬁn",
        ],
      ]
      const { id } = await book("Any")
      const made = [id]
      for (const _ of titles.slice(1)) made.push((await booted.shop.book({ channels: [channel] })).id)
      for (const [i, title] of titles.entries()) {
        await booted.connection("product").where({ id: made[i] }).update({ title })
      }
      await booted.availability.drain()

      for (const order of ["title", "-title"]) {
        const found: string[] = []
        for (let next: string | null = ""; next !== null;) {
          const page: any = await list(
            `status=any&limit=3&view=card&order=${order}${next && `&cursor=${next}`}`
          )
          found.push(...page.products.map((p: { title: string }) => p.title))
          next = page.next_cursor
        }
        expect([...found].sort()).toEqual([...titles].sort())
      }
      for (const title of titles.filter((t) => /\p{L}/u.test(t))) {
        const page = await list(`status=any&view=card&q=${encodeURIComponent(title.slice(0, 100))}`)
        const found = page.products.map((p: { title: string }) => p.title)
        expect({ title: title.slice(0, 100), found: found.includes(title) }).toMatchObject({ found: true })
      }
      await assertListing(booted.connection)
    })

    it("prices with more digits than a number holds are compared to the last one", async () => {
      const { result } = await createRegionsWorkflow(booted.container).run({
        input: { regions: [{ name: "Here", currency_code: "usd", countries: ["us"] }] },
      })
      const region = `region_id=${result[0]!.id}&order=price&view=card`
      const amounts = ["9007199254740992", "9007199254740993", "9".repeat(30), "0", "123456789012.123457"]
      const books: string[] = []
      for (const amount of amounts) {
        const { id, variant_id } = await book()
        books.push(id)
        await booted.connection.raw(
          `update price set amount = cast(? as numeric) where price_set_id =
             (select price_set_id from product_variant_price_set where variant_id = ?)`,
          [amount, variant_id]
        )
      }
      await booted.availability.drain()

      const ascending = [3, 4, 0, 1, 2].map((i) => books[i])
      expect(idsOf(await list(region))).toEqual(ascending)
      const found: string[] = []
      for (let next: string | null = ""; next !== null;) {
        const page: any = await list(`${region}&limit=1${next && `&cursor=${next}`}`)
        found.push(...idsOf(page))
        next = page.next_cursor
      }
      expect(found).toEqual(ascending)
      const one = await list(`${region}&min_price=123456789012.123457&max_price=123456789012.123457`)
      expect(idsOf(one)).toEqual([books[4]])
    })

    it("a product in a hundred categories is in each, and counted in each", async () => {
      const { id } = await book()
      const product = booted.container.resolve<IProductModuleService>(Modules.PRODUCT)
      const names = Array.from({ length: 100 }, (_, i) => ({ name: `Category ${i}`, is_active: true }))
      const categories = await product.createProductCategories(names)
      await booted
        .connection("product_category_product")
        .insert(categories.map((c) => ({ product_id: id, product_category_id: c.id })))
      await booted.availability.drain()

      const { facets } = await list("facets=category_id")
      expect(facets.category_id).toEqual(
        categories.map((c) => ({ value: c.id, count: 1 })).sort((a, b) => (a.value < b.value ? -1 : 1))
      )
      const all = categories.map((c) => c.id).join(",")
      expect(await list(`category_id=${all}`)).toMatchObject({ count: 1, products: [{ id }] })
      await assertListing(booted.connection)
    })

    it("a brand that was renamed is shown and found by its new name", async () => {
      const { container, availability } = booted
      const { id: product_id } = await book()
      const brands = container.resolve<BrandService>("brand")
      const { id: brand_id } = await brands.createBrands({ name: "Old House" })
      await container
        .resolve(ContainerRegistrationKeys.LINK)
        .create({ product: { product_id }, brand: { brand_id } })
      await availability.drain()
      expect(await list("view=card&q=old")).toMatchObject({
        products: [{ brand: { id: brand_id, name: "Old House" } }],
      })

      await brands.updateBrands({ id: brand_id, name: "Neues Haus" })
      await availability.drain()
      expect(await list("view=card&q=neu")).toMatchObject({
        products: [{ brand: { id: brand_id, name: "Neues Haus" } }],
      })
      expect(await list("view=card&q=old")).toMatchObject({ count: 0, products: [] })
      expect(await list(`view=card&brand_id=${brand_id}`)).toMatchObject({ count: 1 })
    })

    it("a key with a channel that has no product counts the categories of the others", async () => {
      const category = await booted.shop.category("Novels")
      await booted.shop.book({ channels: [channel], stock: { [location]: 50 }, category_ids: [category] })
      await booted.availability.drain()
      const empty = await booted.shop.channel()
      const both = await booted.shop.key(empty, channel)
      const { facets } = await list("facets=status,category_id", both)
      expect(facets).toEqual({
        status: [{ value: "in_stock", count: 1 }],
        category_id: [{ value: category, count: 1 }],
      })
    })
  })
})
