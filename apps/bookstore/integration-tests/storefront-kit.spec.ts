import Medusa from "@medusajs/js-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { seedBookstore, type SeedResult } from "../src/seed"
import { quietly } from "./shop"

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
