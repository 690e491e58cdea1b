import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { BEST_FIRST } from "../../src/modules/availability/status"
import { AvailabilityStatus } from "../../src/modules/availability"
import { adminHeaders } from "../support/admin-headers"
import { setOptions } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

type Headers = { headers: Record<string, string> }
const { INCOMING, IN_STOCK, LOW_STOCK, OUT_OF_STOCK } = AvailabilityStatus
const EXPECTED = "2099-05-01T00:00:00.000Z"
const SQL = "'; drop table product; --"

runWithShop((booted) => {
  /** Two channels of the storefront's key, and one of somebody else's. */
  let web: string, shop: string, foreign: string
  let key: Headers, webKey: Headers, admin: Headers
  /** Plenty in the web shop, nothing in the shop in town; a few there; somebody else's; not published. */
  let book: Book, few: Book, theirs: Book, draft: Book

  beforeAll(async () => {
    const { availability, container, shop: make } = booted
    await availability.__hooks.onApplicationPrepareShutdown()
    ;[web, shop, foreign] = [await make.channel(), await make.channel(), await make.channel()]
    const [atWeb, atShop] = [await make.location(web, foreign), await make.location(shop)]
    book = await make.book({ channels: [web, shop], stock: { [atWeb]: 50, [atShop]: 0 } })
    few = await make.book({ channels: [shop], stock: { [atShop]: 3 } })
    theirs = await make.book({ channels: [foreign], stock: { [atWeb]: 50 } })
    draft = await make.book({ channels: [web], stock: { [atWeb]: 50 }, status: "draft" })
    ;[key, webKey] = [await make.key(web, shop), await make.key(web)]
    admin = await adminHeaders(container)
    await availability.drain()
  })

  const get = (path: string, config: object = key) =>
    booted.api.get(path, { ...config, validateStatus: null })
  const told = (id: string, query = "", config?: object) =>
    get(`/store/products/${id}/availability${query}`, config)
  const withFields = (path: string, fields: string) => `${path}?fields=${encodeURIComponent(fields)}`

  async function expectRefused(path: string, code: string, config?: object) {
    const { status, data } = await get(path, config)
    expect({ path, status, code: data.code }).toEqual({ path, status: 400, code })
    return data.message as string
  }

  const shown = (status: AvailabilityStatus, quantity: number) => ({
    ...{ status, purchasable: quantity > 0, quantity, available_on: null, lead_time_days: null, eta: null },
  })

  describe("GET /store/products/:id/availability", () => {
    it("tells a product and its variants: of the key's channels the best, or the one that is named", async () => {
      const answer = (status: AvailabilityStatus, quantity: number) => ({
        availability: {
          ...{ product_id: book.id, ...shown(status, quantity) },
          variants: [{ variant_id: book.variant_id, ...shown(status, quantity) }],
        },
      })
      expect((await told(book.id)).data).toEqual(answer(IN_STOCK, 50))
      expect((await told(book.id, `?sales_channel_id=${shop}`)).data).toEqual(answer(OUT_OF_STOCK, 0))
      expect((await told(book.id, `?sales_channel_id=${shop},${web}`)).data).toEqual(answer(IN_STOCK, 50))
    })

    it("tells it in every status, and the product's own page stays", async () => {
      for (const status of BEST_FIRST) {
        await booted.availability.setOverride({ product_id: book.id, status })
        expect((await told(book.id)).data.availability.status).toBe(status)
        const { product } = (await get(`/store/products/${book.id}`)).data
        expect(product.availability.status).toBe(status)
      }
    })

    it("tells when what cannot be had is expected, as every other route does", async () => {
      const { stock, availability, connection } = booted
      const [level] = await connection("inventory_level").where({ inventory_item_id: few.inventory_item_id })
      const { inventory_item_id, location_id } = level
      await stock.adjustInventory([{ inventory_item_id, location_id, adjustment: -3 }])
      await stock.expectInventory([{ inventory_item_id, location_id, quantity: 2, expected_at: EXPECTED }])
      await availability.drain()
      const incoming = { ...shown(INCOMING, 0), eta: EXPECTED }

      const [variant] = (await told(few.id)).data.availability.variants
      expect((await told(few.id)).data.availability).toMatchObject(incoming)
      expect(variant).toEqual({ variant_id: few.variant_id, ...incoming })
      const listed = (query: string) => get(`/store/products/available?status=incoming&${query}`)
      const [card] = (await listed("view=card")).data.products
      expect(card.availability).toEqual(incoming)
      const [full] = (await listed("")).data.products
      expect([full.availability, full.variants[0].availability]).toEqual([incoming, incoming])
      const [here] = (await listed(`view=card&location_id=${location_id}`)).data.products
      expect(here.availability).toEqual(incoming)

      const { availability: details } = (await get(`/admin/products/${few.id}/availability`, admin)).data
      expect([details, ...details.channels, ...details.locations]).toMatchObject([
        ...[{ eta: EXPECTED }, { eta: EXPECTED, variants: [{ eta: EXPECTED }] }, { eta: EXPECTED }],
      ])
      const { availabilities } = (await get("/admin/availability?status=incoming", admin)).data
      expect(availabilities).toMatchObject([{ product_id: few.id, eta: EXPECTED }])
    })

    it("keeps notes that are not meant for shoppers", async () => {
      const put = (note_visible: boolean) =>
        booted.availability.setOverride({
          ...{ product_id: book.id, status: IN_STOCK, notes: "Printer is late", note_visible },
        })
      const paths = [
        `/store/products/${book.id}/availability`,
        `/store/products/${book.id}`,
        "/store/products",
      ]
      await put(false)
      for (const path of paths) {
        expect(JSON.stringify((await get(path)).data)).not.toContain("Printer")
      }
      await put(true)
      for (const path of paths) {
        expect(JSON.stringify((await get(path)).data)).toContain(`"notes":"Printer is late"`)
      }
    })

    it("knows nothing of what the key's shoppers may not see", async () => {
      const ids = [theirs.id, draft.id, "prod_none", SQL, "%00", "a%00b", "available%20", "..%2F..%2Fadmin"]
      for (const id of ids) {
        const { status, data } = await told(id)
        expect({ id, status, code: data.code }).toEqual({ id, status: 404, code: "product_not_found" })
      }
      expect((await told(few.id, "", webKey)).status).toBe(404)
      expect((await told(few.id, `?sales_channel_id=${web}`)).status).toBe(404)
    })

    it("forgets at once what was unpublished, taken out of the channel or deleted: it asks Medusa's own tables", async () => {
      const products = booted.container.resolve(Modules.PRODUCT)
      await products.updateProducts(few.id, { status: "draft" })
      expect((await told(few.id)).status).toBe(404)
      await booted.connection("product_sales_channel").where({ product_id: book.id }).delete()
      expect((await told(book.id)).status).toBe(404)
      await products.updateProducts(few.id, { status: "published" })
      await products.softDeleteProducts([few.id])
      expect((await told(few.id)).status).toBe(404)
    })

    it("refuses other channels, and every parameter that it does not know", async () => {
      const path = `/store/products/${book.id}/availability`
      for (const id of [foreign, "sc_none", SQL]) {
        const query = `sales_channel_id=${encodeURIComponent(id)}`
        expect(await expectRefused(`${path}?${query}`, "sales_channel_not_in_key")).toContain(id)
      }
      await expectRefused(
        `${path}?sales_channel_id=${web}&sales_channel_id=${foreign}`,
        "sales_channel_not_in_key"
      )
      for (const query of [
        "sales_channel_id[$ne]=x",
        "sales_channel_id=",
        `sales_channel_id=${"x".repeat(256)}`,
      ]) {
        await expectRefused(`${path}?${query}`, "invalid_parameter")
      }
      for (const query of [
        "variant_id=a",
        "fields=id",
        "id[]=a",
        "with_deleted=true",
        "__proto__[a]=b",
        "limit=1",
      ]) {
        const { status } = await get(`${path}?${query}`)
        expect({ query, isRefused: status === 400 || query.startsWith("__proto__") }).toEqual({
          query,
          isRefused: true,
        })
      }
      await expectRefused(`${path}?region_id=a`, "unknown_parameter")
      await expectRefused(path, "publishable_key_required", { headers: {} })
      await expectRefused(path, "publishable_key_invalid", {
        headers: { "x-publishable-api-key": "pk_none" },
      })
    })
  })

  describe("Core's own product routes", () => {
    const plain = ({ availability: _, ...product }: any) => ({
      ...product,
      variants: product.variants.map(({ availability: __, ...variant }: any) => variant),
    })

    it("carry availability on products and variants, and are what they were otherwise", async () => {
      const { products, count } = (await get("/store/products?order=title")).data
      expect({ count, ids: products.map((p: any) => p.id) }).toEqual({ count: 2, ids: [book.id, few.id] })
      expect(products[0].availability).toEqual(shown(IN_STOCK, 50))
      expect(products[0].variants[0].availability).toEqual(shown(IN_STOCK, 50))
      expect(products[1].availability).toEqual(shown(LOW_STOCK, 3))

      const { product } = (await get(`/store/products/${book.id}`)).data
      // Core's page has categories that its list has not.
      expect(product).toMatchObject(products[0])
      const query = booted.container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "product",
        fields: ["id", "title"],
        filters: { id: book.id },
      })
      expect(plain(product)).toMatchObject(data[0]!)
      expect(Object.keys(plain(product)).filter((name) => name.includes("availab"))).toEqual([])
    })

    it("carry that of the channel that is named", async () => {
      for (const path of ["/store/products", `/store/products/${book.id}`]) {
        const { products, product } = (await get(`${path}?sales_channel_id=${shop}`)).data
        const one = product ?? products.find((p: any) => p.id === book.id)
        expect(one.availability).toEqual(shown(OUT_OF_STOCK, 0))
      }
    })

    it("answer nothing more where they refuse", async () => {
      for (const id of [theirs.id, draft.id, "prod_none"]) {
        const { status, data } = await get(`/store/products/${id}`)
        const message = `Product with id: ${id} was not found`
        expect({ status, data }).toEqual({ status: 404, data: { type: "not_found", message } })
      }
      expect((await get(`/store/products?sales_channel_id=${foreign}`)).status).toBe(400)
      expect((await get("/store/products?order=nothing")).status).toBe(400)
    })

    it("carry null for what the read model does not know yet", async () => {
      await booted.availability.__hooks.onApplicationPrepareShutdown()
      const fresh = await booted.shop.book({ channels: [web] })
      const { product } = (await get(`/store/products/${fresh.id}`)).data
      expect([product.availability, product.variants[0].availability]).toEqual([null, null])
      expect((await told(fresh.id)).status).toBe(404)
    })
  })

  describe("No store route hands out raw rows of the read model:", () => {
    const ROUTES = ["products", "products/available", "product-variants", "collections", "product-categories"]
    const ALL = [...ROUTES, "product-tags", "orders", "regions", "carts/cart_1", "products/prod_1"]

    it("no route", async () => {
      for (const route of ALL) {
        await expectRefused(withFields(`/store/${route}`, "id,*availability"), "invalid_fields")
      }
      const { status, data } = await booted.api.post(
        withFields("/store/carts", "id,items.product.availability"),
        {},
        {
          ...{ ...key, validateStatus: null },
        } as object
      )
      expect({ status, code: data.code }).toEqual({ status: 400, code: "invalid_fields" })
    })

    it("no way of asking", async () => {
      const ways = [
        ...[
          "availability",
          "+availability",
          " availability",
          "*availability",
          "availability.*",
          "+*availability",
        ],
        ...["availability.status", "products.availability", "items.product.availability_channels.note"],
        ...["+availability_channel.note", "*availability_channels", "-id,id,availability_channels.quantity"],
        ...[
          "variants.availability_variants.available_quantity",
          "*variants.availability_variant",
          "+ availability",
        ],
        ...[
          "id,title,,availability",
          "variants.*availability_variants",
          "availability .status",
          "\tavailability",
        ],
        // A minus among names without a sign is one of the names, says core.
        ...["id,-availability", "-availability_channels,title"],
      ]
      for (const fields of ways) {
        for (const path of ["/store/products", "/store/collections"]) {
          const message = await expectRefused(withFields(path, fields), "invalid_fields")
          expect(message).toMatch(/availability/)
        }
      }
      for (const query of [
        ...["fields=id&fields=availability", "fields[]=id&fields[]=availability", "fields[]=availability"],
        ...["fields[0]=id,*availability_channels", "fields[a][b]=availability", "fields.a=availability"],
      ]) {
        await expectRefused(`/store/products?${query}`, "invalid_fields")
      }
    })

    it("not through their order either", async () => {
      for (const order of [
        "availability.notes",
        "-availability_channels.quantity",
        "products.availability.status",
      ]) {
        await expectRefused(`/store/collections?order=${order}`, "invalid_order")
      }
    })

    it("and what has another name, or takes something away, is none of our business", async () => {
      for (const fields of [
        "id,title",
        "+metadata",
        "-availability",
        "-variants.availability_variants,+metadata",
      ]) {
        expect((await get(withFields("/store/products", fields))).status).toBe(200)
      }
      // Core leaves out in silence what it does not know.
      expect((await get(withFields("/store/products", "id,availability_zone,my_availability"))).status).toBe(
        200
      )
      expect((await get("/store/collections?order=-created_at")).status).toBe(200)
    })
  })

  describe("Where the shop does not tell how many there are, store routes", () => {
    let undo: () => void
    beforeEach(() => void (undo = setOptions(booted, { expose_quantity: false })))
    afterEach(() => undo())

    it("leave the quantity out", async () => {
      const { quantity: _, ...rest } = shown(IN_STOCK, 50)
      const { availability } = (await told(book.id)).data
      expect(availability).toEqual({
        ...{ product_id: book.id, ...rest },
        variants: [{ variant_id: book.variant_id, ...rest }],
      })
      for (const path of ["/store/products", `/store/products/${book.id}`]) {
        const { products, product } = (await get(path)).data
        expect((product ?? products[0]).availability).not.toHaveProperty("quantity")
      }
    })

    it("refuse every field that would tell", async () => {
      const ways = [
        ...["variants.inventory_quantity", "+variants.inventory_quantity", "*variants.inventory_items"],
        ...["variants.inventory_items.inventory.location_levels", "items.variant.inventory_quantity"],
        ...["variants.inventory_items.inventory.reserved_quantity", "id,-variants.inventory_quantity"],
        ...["inventory_quantity", "*inventory", "location_levels.stocked_quantity"],
      ]
      for (const fields of ways) {
        for (const path of [
          "/store/products",
          "/store/product-variants",
          "/store/products/available",
          "/store/orders",
        ]) {
          await expectRefused(withFields(path, fields), "invalid_fields")
        }
      }
      expect((await get(withFields("/store/products", "-variants.inventory_quantity"))).status).toBe(200)
    })

    it("and answer them again where it does", async () => {
      undo()
      const { product } = (
        await get(withFields(`/store/products/${book.id}`, "+variants.inventory_quantity"), webKey)
      ).data
      expect(product.variants[0].inventory_quantity).toBe(50)
      expect(product.availability.quantity).toBe(50)
    })
  })

  describe("Core's own list, filtered by availability (an option)", () => {
    const list = (query: string, config?: object) => get(`/store/products?${query}`, config)
    const ids = async (query: string, config?: object) => {
      const { status, data } = await list(query, config)
      expect({ query, status }).toEqual({ query, status: 200 })
      expect(data.count).toBe(data.products.length)
      return data.products.map((product: any) => product.id).sort()
    }

    it("is core's own refusal of an unknown parameter while the option is off", async () => {
      const { status, data } = await list("availability=in_stock")
      expect({ status, type: data.type, message: data.message }).toEqual({
        ...{
          status: 400,
          type: "invalid_data",
          message: expect.stringMatching(/Unrecognized fields.*availability/),
        },
      })
    })

    describe("on:", () => {
      let undo: () => void
      beforeEach(() => void (undo = setOptions(booted, { store_products_filter: true })))
      afterEach(() => undo())

      it("one channel: products of which its row has one of the statuses", async () => {
        expect(await ids("availability=in_stock", webKey)).toEqual([book.id])
        expect(await ids("availability=out_of_stock", webKey)).toEqual([])
        expect(await ids(`availability=out_of_stock&sales_channel_id=${shop}`)).toEqual([book.id])
        expect(await ids(`availability=low_stock,out_of_stock&sales_channel_id=${shop}`)).toEqual(
          [book.id, few.id].sort()
        )
        expect(await ids(`availability=low_stock&availability=backorder&sales_channel_id=${shop}`)).toEqual([
          few.id,
        ])
        expect(await ids(`availability[]=low_stock&sales_channel_id=${shop}&limit=5&fields=id`)).toEqual([
          few.id,
        ])
      })

      it("several channels: the best status counts, as in our listing", async () => {
        for (let worst = 1; worst <= BEST_FIRST.length; worst++) {
          const statuses = BEST_FIRST.slice(0, worst).join(",")
          const { data } = await get(`/store/products/available?status=${statuses}`)
          expect(await ids(`availability=${statuses}`)).toEqual(data.products.map((p: any) => p.id).sort())
        }
        expect(await ids("availability=in_stock")).toEqual([book.id])
        expect(await ids("availability=low_stock,in_stock")).toEqual([book.id, few.id].sort())
      })

      it("several channels: what core's filter cannot say exactly is refused, and says how to ask", async () => {
        for (const statuses of [
          "low_stock",
          "out_of_stock",
          "in_stock,preorder",
          "discontinued,out_of_stock",
        ]) {
          const message = await expectRefused(`/store/products?availability=${statuses}`, "invalid_parameter")
          expect(message).toContain("sales_channel_id")
        }
      })

      it("goes with core's other filters, and stays out of the other routes", async () => {
        expect(await ids(`availability=in_stock&id=${few.id}`)).toEqual([])
        expect(await ids(`availability=in_stock,low_stock&id=${few.id}`)).toEqual([few.id])
        expect((await get(`/store/products/${book.id}?availability=in_stock`)).status).toBe(400)
        await expectRefused("/store/products/available?availability=in_stock", "unknown_parameter")
      })

      it("refuses what is no status", async () => {
        for (const value of ["sold_out", "IN_STOCK", "any", "", SQL, "__proto__", "in_stock,gone"]) {
          const path = `/store/products?availability=${encodeURIComponent(value)}`
          expect(await expectRefused(path, "invalid_status")).toContain(value.slice(0, 20))
        }
        for (const query of [
          "availability[$ne]=in_stock",
          "availability[status]=x",
          "availability[0][0]=in_stock",
        ]) {
          await expectRefused(`/store/products?${query}`, "invalid_status")
        }
        expect((await list(`availability=in_stock&sales_channel_id=${foreign}`)).status).toBe(400)
        expect((await list("availability_channels[status]=in_stock")).status).toBe(400)
      })
    })
  })

  describe("The admin and query.graph reach the read model through links:", () => {
    const graph = async (filters: object) => {
      const query = booted.container.resolve(ContainerRegistrationKeys.QUERY)
      const page = { take: 10, skip: 0 }
      const { data, metadata } = await query.graph({
        entity: "product",
        fields: ["id"],
        filters,
        pagination: page,
      })
      expect(metadata!.count).toBe(data.length)
      return data.map(({ id }) => id)
    }

    it("a product's summary, its channels, and its variants' channels", async () => {
      const look = async (fields: string) =>
        (await get(withFields(`/admin/products/${book.id}`, fields), admin)).data.product
      expect((await look("+availability.status")).availability.status).toBe(IN_STOCK)
      const { availability_channels, variants } = await look(
        "+availability_channels.status,+variants.availability_variants.available_quantity"
      )
      expect(availability_channels.map((row: any) => row.status).sort()).toEqual([IN_STOCK, OUT_OF_STOCK])
      const quantities = variants[0].availability_variants.map((row: any) => row.available_quantity)
      expect(quantities.sort()).toEqual([0, 50])

      const list = (await get(withFields("/admin/products", "+availability.status"), admin)).data
      expect(list.products.find((p: any) => p.id === few.id).availability.status).toBe(LOW_STOCK)
    })

    it("as filters too, counted exactly", async () => {
      expect(await graph({ availability: { status: LOW_STOCK } })).toEqual([few.id])
      expect(
        await graph({ availability_channels: { sales_channel_id: shop, status: OUT_OF_STOCK } })
      ).toEqual([book.id])
      expect(
        await graph({ variants: { availability_variants: { sales_channel_id: shop, purchasable: true } } })
      ).toEqual([few.id])
    })
  })
})
