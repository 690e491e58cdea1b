import {
  batchLinkProductsToCategoryWorkflow,
  createProductVariantsWorkflow,
  createReservationsWorkflow,
  deleteInventoryLevelsWorkflow,
  deleteProductsWorkflow,
  deleteProductVariantsWorkflow,
  deleteReservationsWorkflow,
  linkProductsToSalesChannelWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateInventoryLevelsWorkflow,
  updateProductCategoriesWorkflow,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AvailabilityStatus } from "../../src/modules/availability/status"
import { moveClock } from "../support/clock"
import { eventually } from "../support/eventually"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

/*
 * Nothing here calls the plugin: each test changes something as core, an admin or raw SQL would, and waits for
 * the read model to follow by itself.
 */
runWithShop((booted) => {
  let channel: string
  let location: string

  beforeEach(async () => {
    ;({ channel, location } = await booted.shop.open())
  })

  const channelRow = (book: Book, channelId = channel) =>
    booted
      .connection("availability_channel")
      .where({ product_id: book.id, sales_channel_id: channelId })
      .first()

  const expectStatus = (book: Book, status: string | undefined, channelId = channel) =>
    eventually(async () => expect((await channelRow(book, channelId))?.status).toBe(status))

  const stocked = (units: number) => booted.shop.book({ channels: [channel], stock: { [location]: units } })

  const setStock = (book: Book, stocked_quantity: number) =>
    updateInventoryLevelsWorkflow(booted.container).run({
      input: {
        updates: [{ inventory_item_id: book.inventory_item_id, location_id: location, stocked_quantity }],
      },
    })

  const updateVariant = (book: Book, update: object) =>
    updateProductVariantsWorkflow(booted.container).run({
      input: { selector: { id: book.variant_id }, update },
    })

  describe("a product", () => {
    it("is incoming while it is new and has no level", async () => {
      await expectStatus(await booted.shop.book({ channels: [channel] }), "incoming")
    })

    it("has a summary even when it is in no channel", async () => {
      const book = await booted.shop.book({})
      await eventually(async () => {
        const [summary] = await booted.availability.listAvailabilities({ product_id: book.id })
        expect(summary?.status).toBe("incoming")
      })
    })

    it("becomes listed when it is published, and leaves the listing when it is not", async () => {
      const book = await booted.shop.book({ channels: [channel], stock: { [location]: 20 }, status: "draft" })
      await eventually(async () => expect(await channelRow(book)).toMatchObject({ is_published: false }))
      const publish = (status: "published" | "draft") =>
        updateProductsWorkflow(booted.container).run({
          input: { selector: { id: book.id }, update: { status } },
        })

      await publish("published")
      await eventually(async () => expect(await channelRow(book)).toMatchObject({ is_published: true }))
      await publish("draft")
      await eventually(async () => expect(await channelRow(book)).toMatchObject({ is_published: false }))
    })

    it("leaves the read model when it is deleted and returns when it is restored", async () => {
      const book = await stocked(20)
      await expectStatus(book, "in_stock")
      await deleteProductsWorkflow(booted.container).run({ input: { ids: [book.id] } })
      await expectStatus(book, undefined)
      expect(await booted.availability.listAvailabilities({ product_id: book.id })).toEqual([])

      await booted.container.resolve(Modules.PRODUCT).restoreProducts([book.id])
      await booted
        .connection("product_sales_channel")
        .where({ product_id: book.id })
        .update({ deleted_at: null })
      await eventually(async () => expect(await channelRow(book)).toBeDefined())
    })

    it("follows a hard delete by raw SQL", async () => {
      const book = await stocked(20)
      await expectStatus(book, "in_stock")
      await booted.connection.raw("delete from product where id = ?", [book.id])
      await expectStatus(book, undefined)
    })

    it("carries a changed title into the listing", async () => {
      const book = await stocked(20)
      await updateProductsWorkflow(booted.container).run({
        input: { selector: { id: book.id }, update: { title: "The Left Hand of Darkness" } },
      })
      await eventually(async () => expect((await channelRow(book)).title).toBe("The Left Hand of Darkness"))
    })
  })

  describe("inventory", () => {
    it("follows a level that is created, changed and deleted", async () => {
      const book = await booted.shop.book({ channels: [channel] })
      await booted.shop.level(book.inventory_item_id, location, 11)
      await expectStatus(book, "in_stock")
      await setStock(book, 10)
      await expectStatus(book, "low_stock")
      await setStock(book, 0)
      await expectStatus(book, "out_of_stock")
      const [level] = await booted.container
        .resolve(Modules.INVENTORY)
        .listInventoryLevels({ inventory_item_id: book.inventory_item_id })
      await deleteInventoryLevelsWorkflow(booted.container).run({ input: { id: [level!.id] } })
      await expectStatus(book, "incoming")
    })

    it("follows a level that raw SQL changes", async () => {
      const book = await stocked(50)
      await expectStatus(book, "in_stock")
      await booted.connection.raw("update inventory_level set stocked_quantity = 0")
      await expectStatus(book, "out_of_stock")
    })

    it("follows a truncated table", async () => {
      const book = await stocked(50)
      await expectStatus(book, "in_stock")
      await booted.connection.raw("truncate inventory_level")
      await expectStatus(book, "incoming")
    })

    it("follows units that are on their way", async () => {
      const book = await stocked(0)
      await expectStatus(book, "out_of_stock")
      await updateInventoryLevelsWorkflow(booted.container).run({
        input: {
          updates: [
            { inventory_item_id: book.inventory_item_id, location_id: location, incoming_quantity: 5 },
          ],
        },
      })
      await expectStatus(book, "incoming")
    })

    it("follows a reservation that is made and released", async () => {
      const book = await stocked(11)
      await expectStatus(book, "in_stock")
      const { result } = await createReservationsWorkflow(booted.container).run({
        input: {
          reservations: [{ inventory_item_id: book.inventory_item_id, location_id: location, quantity: 11 }],
        },
      })
      await expectStatus(book, "out_of_stock")
      await deleteReservationsWorkflow(booted.container).run({ input: { ids: [result[0]!.id] } })
      await expectStatus(book, "in_stock")
    })
  })

  describe("variants and kits", () => {
    it("follows manage_inventory and allow_backorder of a variant", async () => {
      const book = await stocked(0)
      await expectStatus(book, "out_of_stock")
      await updateVariant(book, { allow_backorder: true })
      await expectStatus(book, "backorder")
      await updateVariant(book, { manage_inventory: false })
      await expectStatus(book, "in_stock")
    })

    it("follows a variant that is added and deleted", async () => {
      const book = await stocked(0)
      await expectStatus(book, "out_of_stock")
      const ebook = { title: "E-book", options: { Format: "E-book" }, manage_inventory: false, prices: [] }
      const { result } = await createProductVariantsWorkflow(booted.container).run({
        input: { product_variants: [{ product_id: book.id, ...ebook }] },
      })
      await expectStatus(book, "in_stock")
      await deleteProductVariantsWorkflow(booted.container).run({ input: { ids: [result[0]!.id] } })
      await expectStatus(book, "out_of_stock")
    })

    it("follows a part that joins a kit, and its required quantity", async () => {
      const kit = await stocked(20)
      const part = await stocked(6)
      await expectStatus(kit, "in_stock")
      const link = booted.container.resolve(ContainerRegistrationKeys.LINK)
      const asPart = (required_quantity: number) => ({
        [Modules.PRODUCT]: { variant_id: kit.variant_id },
        [Modules.INVENTORY]: { inventory_item_id: part.inventory_item_id },
        data: { required_quantity },
      })
      await link.create(asPart(2))
      await eventually(async () =>
        expect(await channelRow(kit)).toMatchObject({ status: "low_stock", quantity: 3 })
      )
      await link.create(asPart(7))
      await expectStatus(kit, "out_of_stock")
    })
  })

  describe("links", () => {
    it("of a location that is made inactive sell nothing until it is active again", async () => {
      const book = await stocked(50)
      await expectStatus(book, "in_stock")
      const { id } = await booted.stock.createInventoryLocations({ location_id: location, is_active: false })
      await expectStatus(book, "out_of_stock")
      expect(await booted.connection("availability_location")).toMatchObject([
        { location_id: location, status: "out_of_stock", purchasable: false },
      ])
      await booted.stock.updateInventoryLocations({ id, is_active: true })
      await expectStatus(book, "in_stock")
    })

    it("follows a product that joins and leaves a channel", async () => {
      const book = await stocked(20)
      const other = await booted.shop.channel()
      const move = (input: { add?: string[]; remove?: string[] }) =>
        linkProductsToSalesChannelWorkflow(booted.container).run({ input: { id: other, ...input } })
      await move({ add: [book.id] })
      await expectStatus(book, "out_of_stock", other)
      await move({ remove: [book.id] })
      await expectStatus(book, undefined, other)
    })

    it("follows a channel that starts and stops selling from a location", async () => {
      const book = await stocked(20)
      const other = await booted.shop.channel()
      await linkProductsToSalesChannelWorkflow(booted.container).run({ input: { id: other, add: [book.id] } })
      await expectStatus(book, "out_of_stock", other)
      const sellFrom = (input: { add?: string[]; remove?: string[] }) =>
        linkSalesChannelsToStockLocationWorkflow(booted.container).run({ input: { id: location, ...input } })
      await sellFrom({ add: [other] })
      await expectStatus(book, "in_stock", other)
      await sellFrom({ remove: [other] })
      await expectStatus(book, "out_of_stock", other)
    })

    it("follows a category, of which core sends no event, and one that moves under another", async () => {
      const book = await stocked(20)
      const fiction = await booted.shop.category("Fiction")
      const crime = await booted.shop.category("Crime")
      const categories = async () => [...(await channelRow(book)).category_ids].sort()
      await batchLinkProductsToCategoryWorkflow(booted.container).run({
        input: { id: crime, add: [book.id] },
      })
      await eventually(async () => expect(await categories()).toEqual([crime]))
      await updateProductCategoriesWorkflow(booted.container).run({
        input: { selector: { id: crime }, update: { parent_category_id: fiction } },
      })
      await eventually(async () => expect(await categories()).toEqual([crime, fiction].sort()))
    })

    it("follows a brand", async () => {
      const book = await stocked(20)
      const brands = booted.container.resolve<any>("brand")
      const brand = await brands.createBrands({ name: "Ace Books" })
      await booted.container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.PRODUCT]: { product_id: book.id },
        brand: { brand_id: brand.id },
      })
      await eventually(async () => expect(await channelRow(book)).toMatchObject({ brand_id: brand.id }))
    })

    it("follows a price", async () => {
      const book = await stocked(20)
      await eventually(async () => expect(await channelRow(book)).toMatchObject({ prices: { usd: "10" } }))
      await updateVariant(book, { prices: [{ currency_code: "usd", amount: 7.5 }] })
      await eventually(async () => expect(await channelRow(book)).toMatchObject({ prices: { usd: "7.5" } }))
    })
  })

  describe("decisions and time", () => {
    it("follows a policy that raw SQL changes", async () => {
      const book = await stocked(20)
      await booted.availability.setPolicy({ product_id: book.id, low_stock_threshold: 30 })
      await expectStatus(book, "low_stock")
      await booted.connection("availability_policy").update({ low_stock_threshold: 5 })
      await expectStatus(book, "in_stock")
    })

    it("releases a preorder when its date has come", async () => {
      const book = await stocked(20)
      const release_date = new Date(Date.now() + 3_600_000)
      await booted.availability.setPolicy({ product_id: book.id, release_date })
      expect(await channelRow(book)).toMatchObject({ status: "preorder", available_on: release_date })
      await moveClock(booted.connection, 2 * 3_600)
      await expectStatus(book, "in_stock")
    })

    it("ends an override when it expires", async () => {
      const book = await stocked(20)
      await booted.availability.setOverride({
        product_id: book.id,
        status: AvailabilityStatus.OUT_OF_STOCK,
        expires_at: new Date(Date.now() + 3_600_000),
      })
      await expectStatus(book, "out_of_stock")
      await moveClock(booted.connection, 2 * 3_600)
      await expectStatus(book, "in_stock")
    })

    it("stops believing a feed that has been silent for longer than its limit and the grace time", async () => {
      const book = await stocked(20)
      await booted.connection.raw("update inventory_level set metadata = jsonb_build_object('as_of', now())")
      await expectStatus(book, "in_stock")
      await moveClock(booted.connection, 31 * 3_600)
      await eventually(async () =>
        expect(await channelRow(book)).toMatchObject({ status: "out_of_stock", reason: "stale_source" })
      )
    })
  })
})
