import Medusa from "@medusajs/js-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { seedBookstore, type SeedResult } from "../src/seed"
import { quietly } from "./shop"

type Cards = {
  products: { id: string; price: { amount: number } | null }[]
  count: number
  next_cursor: string | null
}

jest.setTimeout(120_000)

/** The kit's client against the shop's real server, over HTTP: what it sends is understood, what it types is there. */
medusaIntegrationTestRunner({
  inApp: true,
  env: { MEDUSA_ADMIN_DISABLED: "true" },
  testSuite: ({ api, getContainer }) => {
    let seeded: SeedResult

    beforeAll(async () => {
      seeded = await seedBookstore(getContainer(), quietly)
    })

    /** An ES module, as a storefront imports it. */
    async function openClient(publishableKey: string | undefined = seeded.publishable_key) {
      const { createTruestockClient } = await import("truestock-storefront-kit")
      return createTruestockClient(new Medusa({ baseUrl: api.defaults.baseURL!, publishableKey }))
    }

    const refused = (request: Promise<unknown>) =>
      request.then(
        () => ({ code: "was not refused" }),
        (error) => ({ code: error.code, status: error.status, type: error.type, message: error.message })
      )

    describe("the listing", () => {
      it("answers whole products with their availability, for one status or several", async () => {
        const client = await openClient()
        const filters = { order: "title", limit: 100, region_id: seeded.region_id } as const

        const preorders = await client.listAvailableProducts({ ...filters, status: "preorder" })
        expect(preorders.products.map(({ title }) => title)).toEqual([
          "Alecto the Ninth",
          "The Doors of Stone",
          "The Winds of Winter",
        ])
        expect(preorders).toMatchObject({ count: 3, offset: 0, limit: 100 })
        const [alecto] = preorders.products
        expect(alecto!.availability).toMatchObject({ status: "preorder", purchasable: expect.any(Boolean) })
        expect(Date.parse(alecto!.availability!.available_on!)).toBeGreaterThan(Date.now())
        const [hardcover] = alecto!.variants!
        expect(hardcover).toMatchObject({
          calculated_price: { currency_code: "usd" },
          availability: { status: "preorder" },
        })

        const both = await client.listAvailableProducts({ ...filters, status: ["preorder", "backorder"] })
        const statuses = new Set(both.products.map(({ availability }) => availability!.status))
        expect(statuses).toEqual(new Set(["preorder", "backorder"]))
        expect(both.count).toBeGreaterThan(preorders.count)
      })

      it("answers pages by offset, and only the fields that were asked for", async () => {
        const client = await openClient()
        const filters = { status: "any", order: "-title", limit: 5, fields: ["id", "title"] } as const
        const whole = await client.listAvailableProducts({ ...filters, limit: 10 })
        const pages = [
          await client.listAvailableProducts(filters),
          await client.listAvailableProducts({ ...filters, offset: 5 }),
        ]
        expect(pages.flatMap(({ products }) => products)).toEqual(whole.products)
        expect(whole.products).toHaveLength(10)
        expect(Object.keys(whole.products[0]!).sort()).toEqual(["availability", "id", "title"])
      })

      it("takes several ids in one filter, and an empty one for none", async () => {
        const client = await openClient()
        const fields = "id,*categories"
        const { products } = await client.listAvailableProducts({ status: "any", limit: 100, fields })
        const used = [...new Set(products.flatMap((p) => (p.categories ?? []).map(({ id }) => id)))]
        const listed = async (category_id: string[]) => {
          const filters = { status: "any", limit: 100, fields: "id", category_id } as const
          return (await client.listAvailableProducts(filters)).products.map(({ id }) => id)
        }
        const [one, ...others] = await Promise.all(
          used.map(async (id) => ({ id, books: await listed([id]) }))
        )
        const other = others.find(({ books }) => !books.some((book) => one!.books.includes(book)))!

        const both = await listed([one!.id, other.id])
        expect(both.sort()).toEqual([...one!.books, ...other.books].sort())
        expect(await listed([])).toEqual(products.map(({ id }) => id))
      })
    })

    describe("the listing as cards, with facets and cursors", () => {
      it("answers cards: brand, price in the region's currency, and availability", async () => {
        const client = await openClient()
        const { region_id } = seeded
        const { products } = await client.listAvailableProducts({ view: "card", q: "wolf hall", region_id })
        const { subtitle, thumbnail } = products[0]!
        for (const text of [subtitle, thumbnail]) expect(text === null || typeof text === "string").toBe(true)
        expect(products).toEqual([
          {
            id: expect.stringMatching(/^prod_/),
            title: "Wolf Hall",
            subtitle,
            handle: "wolf-hall",
            thumbnail,
            brand: { id: expect.any(String), name: "Picador" },
            price: { amount: expect.any(Number), currency_code: "usd" },
            availability: expect.objectContaining({ status: "in_stock", purchasable: true }),
          },
        ])
      })

      it("reaches every card once by cursor, as many as are counted, in the order of their prices", async () => {
        const client = await openClient()
        const filters = { view: "card", status: "any", order: "price", limit: 40 } as const
        const found: { id: string; amount: number }[] = []
        let cursor: string | null = null
        let count = 0
        do {
          const page: Cards = await client.listAvailableProducts({ ...filters, cursor })
          for (const { id, price } of page.products) found.push({ id, amount: price?.amount ?? Infinity })
          count = page.count
          cursor = page.next_cursor
        } while (cursor !== null)

        expect(found.length).toBeGreaterThan(filters.limit)
        expect(found).toHaveLength(count)
        expect(new Set(found.map(({ id }) => id)).size).toBe(count)
        expect(found).toEqual([...found].sort((a, b) => a.amount - b.amount))
      })

      it("answers facets whose counts are those of the lists they stand for", async () => {
        const client = await openClient()
        const filters = { view: "card", limit: 1 } as const
        const { facets } = await client.listAvailableProducts({
          ...filters,
          facets: ["status", "category_id"],
        })
        expect(facets!.status!.length).toBeGreaterThan(3)
        expect(facets!.category_id!.length).toBeGreaterThan(3)
        for (const { value, count } of facets!.status!) {
          const chosen = await client.listAvailableProducts({ ...filters, status: value })
          expect({ value, count }).toEqual({ value, count: chosen.count })
        }
        for (const { value, count } of facets!.category_id!) {
          const chosen = await client.listAvailableProducts({ ...filters, category_id: value })
          expect({ value, count }).toEqual({ value, count: chosen.count })
        }
        expect(await client.listAvailableProducts(filters)).not.toHaveProperty("facets")
      })

      it("is understood in every other filter", async () => {
        const client = await openClient()
        const filters = { view: "card", status: "any", limit: 100 } as const
        const titles = async (more: object) => {
          const { products } = await client.listAvailableProducts({ ...filters, ...more })
          return products.map(({ title }) => title)
        }
        const [wolfHall] = (await client.listAvailableProducts({ ...filters, q: "wolf hall" })).products
        expect((await titles({ brand_id: wolfHall!.brand!.id })).sort()).toEqual(["The Sellout", "Wolf Hall"])
        expect(await titles({ q: "9780312429980" })).toEqual(["Wolf Hall"])

        const priced = await client.listAvailableProducts({ ...filters, min_price: 10, max_price: 15.5 })
        expect(priced.count).toBeGreaterThan(0)
        for (const { price } of priced.products) {
          expect(price!.amount).toBeGreaterThanOrEqual(10)
          expect(price!.amount).toBeLessThanOrEqual(15.5)
        }
        const purchasable = await client.listAvailableProducts({
          view: "card",
          purchasable: true,
          limit: 100,
        })
        expect(purchasable.count).toBeGreaterThan(0)
        expect(purchasable.products.every(({ availability }) => availability.purchasable)).toBe(true)
      })

      it("is refused by code: a broken cursor, an unknown facet, prices the wrong way round", async () => {
        const client = await openClient()
        const codes = [
          { cursor: "broken" },
          { facets: "brand_id" as never },
          { min_price: 20, max_price: 10 },
          { view: "card" as const, fields: "id" as never },
          { location_id: "sloc_none" },
        ].map(async (filters) => (await refused(client.listAvailableProducts(filters as never))).code)
        expect(await Promise.all(codes)).toEqual([
          "invalid_cursor",
          "invalid_facets",
          "invalid_price",
          "invalid_fields",
          "unknown_location",
        ])
      })
    })

    describe("the availability of a product", () => {
      it("is that of the listing, with one for each of its variants", async () => {
        const client = await openClient()
        const { products } = await client.listAvailableProducts({ status: "low_stock", limit: 1 })
        const [{ id, availability: listed, variants }] = products as [(typeof products)[number]]
        const { availability } = await client.getProductAvailability(id)
        const { product_id, variants: ofVariants, ...ofProduct } = availability
        expect({ product_id, ofProduct }).toEqual({ product_id: id, ofProduct: listed })
        const expected = variants!.map((variant) => ({ variant_id: variant.id, ...variant.availability }))
        expect(expected.length).toBeGreaterThan(0)
        expect(ofVariants).toEqual(expect.arrayContaining(expected))
        expect(ofVariants).toHaveLength(expected.length)
      })

      it("is refused by code where there is no such product", async () => {
        const client = await openClient()
        for (const id of ["prod_none", "a/b?c=d", "%"]) {
          expect(await refused(client.getProductAvailability(id))).toMatchObject({
            code: "product_not_found",
            status: 404,
          })
        }
      })
    })

    describe("a cart and what it holds", () => {
      type Cart = { cart: { id: string; items: { id: string }[] } }

      /** A cart with so many of the variant. */
      async function cartWith(variant_id: string, quantity: number) {
        const client = await openClient()
        const ask = (path: string, body: object) => client.request<Cart>(path, { method: "POST", body })
        const { cart } = await ask("/store/carts", { region_id: seeded.region_id })
        return (await ask(`/store/carts/${cart.id}/line-items`, { variant_id, quantity })).cart
      }

      /** One of them by its place, so that no case meets what another has just held and given back. */
      async function variantIn(status: "low_stock" | "out_of_stock", place = 0) {
        const { products } = await (await openClient()).listAvailableProducts({ status, limit: 100 })
        const variants = products.flatMap((product) => product.variants ?? [])
        return variants.filter(({ availability }) => availability?.status === status).at(place)!
      }

      it("is held, prolonged and given back, with the database's clock for a countdown", async () => {
        const client = await openClient()
        const { id } = await variantIn("low_stock")
        const cart = await cartWith(id, 1)
        expect(await client.getCartHold(cart.id)).toEqual({ hold: null })

        const { hold } = await client.holdCart(cart.id)
        expect(hold).toMatchObject({ cart_id: cart.id, lines: [{ variant_id: id, quantity: 1 }] })
        const lasts_ms = (held: typeof hold) => Date.parse(held!.expires_at) - Date.parse(held!.now)
        expect(lasts_ms(hold)).toBeGreaterThan(890_000)
        expect(lasts_ms((await client.extendCartHold(cart.id)).hold)).toBeLessThanOrEqual(900_000)
        expect((await client.getCartHold(cart.id)).hold!.lines).toHaveLength(1)

        expect(await client.releaseCartHold(cart.id)).toMatchObject({ id: cart.id, deleted: true })
        expect(await client.getCartHold(cart.id)).toEqual({ hold: null })
        expect((await refused(client.holdCart("cart_none"))).code).toBe("cart_not_found")
      })

      it("is refused with how many there are, when another cart holds the last of them", async () => {
        const client = await openClient()
        const { id, availability } = await variantIn("low_stock", -1)
        const all = availability!.quantity!
        const [first, second] = [await cartWith(id, all), await cartWith(id, all)]
        await client.holdCart(first.id)
        const error = await client.holdCart(second.id).catch((thrown) => thrown)
        expect(error).toMatchObject({ code: "insufficient_inventory", status: 409 })
        expect(error.details).toMatchObject({ requested: all, available: 0 })
        await client.releaseCartHold(first.id)
      })

      it("has the code of what a cart refuses, which the sdk drops", async () => {
        const { id } = await variantIn("out_of_stock")
        expect(await refused(cartWith(id, 1))).toMatchObject({ code: "not_purchasable", status: 400 })
      })
    })

    describe("a notification", () => {
      it("is accepted, and refused by code: no address, no such variant, a token of nobody", async () => {
        const client = await openClient()
        const { products } = await client.listAvailableProducts({ status: "out_of_stock", limit: 1 })
        const { id, variants } = products[0]!
        const email = "reader@example.test"
        const wanted = { email, variant_id: variants![0]!.id }
        const accepted = { accepted: true, confirmation_required: false }
        expect(await client.notifyWhenAvailable(id, wanted)).toEqual(accepted)
        const codes = [
          client.notifyWhenAvailable(id, { email: "nobody" }),
          client.notifyWhenAvailable(id, { email, variant_id: "variant_none" }),
          client.notifyWhenAvailable("prod_none", { email }),
          client.confirmNotification("none"),
          client.unsubscribeNotification("none"),
        ].map(async (request) => (await refused(request)).code)
        expect(await Promise.all(codes)).toEqual([
          ...["invalid_email", "variant_not_found", "product_not_found", "invalid_token", "invalid_token"],
        ])
      })
    })

    it("answers what labels and structured data are made of", async () => {
      const { asOffered, availabilityLabel, productJsonLd } = await import("truestock-storefront-kit")
      const client = await openClient()
      const { region_id } = seeded
      const { products } = await client.listAvailableProducts({ q: "wolf hall", region_id, status: "any" })
      const [book] = products
      const jsonLd = productJsonLd(book!, { url: "https://shop.test/products/wolf-hall" })
      expect(jsonLd).toMatchObject({ "@type": "Product", name: "Wolf Hall" })
      const offers = [jsonLd.offers!].flat()
      expect(offers).toHaveLength(book!.variants!.length)
      for (const [index, { availability, title, ean }] of book!.variants!.entries()) {
        const isInStock = availabilityLabel(asOffered(availability!)) === "In stock"
        expect({ title, isInStock }).toEqual({
          title,
          isInStock: offers[index]!.availability === "https://schema.org/InStock",
        })
        expect(offers[index]).toMatchObject({ gtin13: ean, priceCurrency: "USD", price: expect.any(Number) })
      }
    })

    describe("what is refused", () => {
      it("has the code of the API: a wrong value, a field that cannot be had, a foreign channel", async () => {
        const client = await openClient()
        expect(await refused(client.listAvailableProducts({ status: "sold" as never }))).toMatchObject({
          code: "invalid_status",
          status: 400,
          type: "invalid_data",
          message: expect.stringContaining('"sold"'),
        })
        const codes = [
          client.listAvailableProducts({ limit: 0 }),
          client.listAvailableProducts({ fields: "metadata_of_others" }),
          client.listAvailableProducts({ sales_channel_id: "sc_none" }),
          client.listAvailableProducts({ region_id: "reg_none" }),
        ].map(async (request) => (await refused(request)).code)
        expect(await Promise.all(codes)).toEqual([
          "invalid_limit",
          "invalid_fields",
          "sales_channel_not_in_key",
          "unknown_region",
        ])
      })

      it("says of a key that it is missing or wrong", async () => {
        const keyless = await openClient("")
        const wrong = await openClient("pk_wrong")
        expect((await refused(keyless.listAvailableProducts())).code).toBe("publishable_key_required")
        expect((await refused(wrong.listAvailableProducts())).code).toBe("publishable_key_invalid")
      })
    })

    it("ends at once when it is aborted", async () => {
      const client = await openClient()
      const controller = new AbortController()
      const request = client.listAvailableProducts({ status: "any" }, { signal: controller.signal })
      controller.abort()
      await expect(request).rejects.toMatchObject({ name: "AbortError" })
    })
  },
})
