import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { seedBookstore, type SeedResult, SEED_KEY } from "../src/seed"
import accounts from "../src/seed/accounts.json"
import { catalogue } from "../src/seed/catalogue"
import { orders } from "../src/seed/catalogue/orders"
import { counterOnly } from "../src/seed/catalogue/sold-where"
import { quietly, shopOf } from "./shop"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  inApp: true,
  env: { MEDUSA_ADMIN_DISABLED: "true" },
  testSuite: ({ api, getContainer }) => {
    const { query, counts, forgetResult } = shopOf(getContainer)
    const books = catalogue()
    let seeded: SeedResult

    // The runner takes its snapshot after this, and every test starts from it.
    beforeAll(async () => {
      seeded = await seedBookstore(getContainer(), quietly)
    })

    async function listed(status: string): Promise<{ title: string; status: string }[]> {
      const shelf: { title: string; status: string }[] = []
      for (let offset = 0, count = 1; offset < count; offset += 100) {
        const { data } = await api.get(
          `/store/products/available?status=${status}&limit=100&offset=${offset}&region_id=${seeded.region_id}`,
          { headers: { "x-publishable-api-key": seeded.publishable_key } }
        )
        count = data.count
        for (const { title, availability } of data.products) {
          shelf.push({ title, status: availability.status })
        }
      }
      return shelf
    }

    describe("a seeded shop", () => {
      it("has everything once, and a second seed changes nothing", async () => {
        const once = await counts()
        expect(once).toMatchObject({
          product: books.length,
          product_variant: books.flatMap((book) => book.editions).length,
          order: orders.length,
          cart: orders.length,
          sales_channel: 2,
          stock_location: 3,
          shipping_option: 4,
          api_key: 1,
          region: 1,
          user: 1,
        })

        expect(await seedBookstore(getContainer(), quietly)).toEqual(seeded)
        expect(await counts()).toEqual(once)

        await forgetResult()
        expect(await seedBookstore(getContainer(), quietly)).toEqual(seeded)
        expect(await counts()).toEqual(once)
      })

      it("leaves its result in the store for whoever starts the shop", async () => {
        const { data } = await query().graph({
          entity: "store",
          fields: ["metadata", "default_sales_channel_id"],
        })
        expect(data[0]!.metadata).toEqual({ [SEED_KEY]: seeded })
        expect(data[0]!.default_sales_channel_id).toBe(seeded.sales_channel_id)
      })

      it("shows every availability status in the Online Store", async () => {
        const shelf = await listed("any")
        expect(shelf).toHaveLength(books.length - counterOnly.length)

        const statusOf = (title: string) => shelf.find((book) => book.title === title)?.status
        expect(new Set(shelf.map((book) => book.status))).toEqual(
          new Set([
            "in_stock",
            "low_stock",
            "preorder",
            "backorder",
            "incoming",
            "out_of_stock",
            "discontinued",
          ])
        )
        expect({
          plenty: statusOf("Pride and Prejudice"),
          spread: statusOf("The Night Circus"),
          low: statusOf("Neuromancer"),
          soldOut: statusOf("The Luminaries"),
          backorder: statusOf("Jane Eyre"),
          onOrder: statusOf("Orbital"),
          noLevel: statusOf("The Vegetarian"),
          preorder: statusOf("The Doors of Stone"),
          announced: statusOf("The Thorn of Emberlain"),
          outOfPrint: statusOf("The Guns of August"),
          lastCopies: statusOf("The Talented Mr. Ripley"),
          printedOnDemand: statusOf("On the Origin of Species"),
          notForSale: statusOf("The Emperor of All Maladies"),
          overridden: statusOf("Watchmen"),
          counterOnly: statusOf("Goodnight Moon"),
        }).toEqual({
          plenty: "in_stock",
          spread: "in_stock",
          low: "low_stock",
          soldOut: "out_of_stock",
          backorder: "backorder",
          onOrder: "incoming",
          noLevel: "incoming",
          preorder: "preorder",
          announced: "incoming",
          outOfPrint: "discontinued",
          lastCopies: "low_stock",
          printedOnDemand: "in_stock",
          notForSale: "out_of_stock",
          overridden: "out_of_stock",
          counterOnly: undefined,
        })
        expect((await listed("preorder")).map((book) => book.title).sort()).toEqual([
          "Alecto the Ninth",
          "The Doors of Stone",
          "The Winds of Winter",
        ])
      })

      it("packs the boxed set from the volumes' own stock", async () => {
        const { data } = await query().graph({
          entity: "product_variant",
          fields: ["inventory_items.required_quantity", "inventory_items.inventory.sku"],
          filters: { sku: "9780545265355" },
        })
        const parts = data[0]!.inventory_items as { required_quantity: number; inventory: { sku: string } }[]
        expect(parts.map((part) => [part.inventory.sku, part.required_quantity]).sort()).toEqual([
          ["9780439023481", 1],
          ["9780439023498", 1],
          ["9780439023511", 1],
        ])
      })

      it("has orders that are open, fulfilled and cancelled, and reserves stock for the open ones", async () => {
        const { data: placed } = await query().graph({
          entity: "order",
          fields: ["metadata", "status", "email", "items.id", "fulfillments.id"],
        })
        const { data: reservations } = await query().graph({
          entity: "reservation",
          fields: ["line_item_id", "location_id", "quantity"],
        })
        const reserved = (key: string) => {
          const lines = placed.find((order) => order.metadata?.seeded_as === key)!.items as { id: string }[]
          return reservations.filter(({ line_item_id }) => lines.some((line) => line.id === line_item_id))
            .length
        }
        expect(placed.filter((order) => order.fulfillments?.length)).toHaveLength(1)
        expect(placed.filter((order) => order.status === "canceled")).toHaveLength(1)
        expect({
          fulfilled: reserved("reader-classics"),
          kit: reserved("reader-boxed-set"),
          guest: reserved("guest-bookers"),
          cancelled: reserved("guest-cancelled"),
        }).toEqual({ fulfilled: 0, kit: 3, guest: 3, cancelled: 0 })
        expect(reservations.every(({ location_id }) => location_id)).toBe(true)
      })

      it("reaches the publisher of a book, and the books of a publisher", async () => {
        const { data: wolfHall } = await query().graph({
          entity: "product",
          fields: ["brand.name", "metadata"],
          filters: { handle: "wolf-hall" },
        })
        expect(wolfHall[0]).toMatchObject({
          brand: { name: "Picador" },
          metadata: { author: "Hilary Mantel", isbn13: "9780312429980" },
        })
        const { data: brands } = await query().graph({
          entity: "brand",
          fields: ["products.title"],
          filters: { name: "Picador" },
        })
        const titles = (brands[0]!.products as { title: string }[]).map(({ title }) => title)
        expect(titles.sort()).toEqual(["The Sellout", "Wolf Hall"])
      })

      it("lets the admin and the customer log in", async () => {
        const admin = await api.post("/auth/user/emailpass", accounts.admin)
        const me = await api.get("/admin/users/me", {
          headers: { authorization: `Bearer ${admin.data.token}` },
        })
        expect(me.data.user.email).toBe(accounts.admin.email)

        const reader = await api.post("/auth/customer/emailpass", accounts.customer)
        expect(reader.data.token).toBeTruthy()
      })
    })
  },
})
