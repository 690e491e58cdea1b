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

  beforeAll(async () => {
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

  describe("what a supplier says", () => {
    const HOUR_SECONDS = 3_600
    const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_SECONDS * 1000)

    /** As a sync writes it: once the row, then what has changed of it. */
    const supply = ({ variant_id, inventory_item_id }: Book, said: object = {}) =>
      booted
        .connection("availability_supply")
        .insert({ variant_id, source: "ingram", inventory_item_id, location_id: location, ...said })
        .onConflict("variant_id")
        .merge()
    const hear = (book: Book, more: object = {}) =>
      supply(book, { as_of: booted.connection.raw("truestock_now()"), ...more })

    /** Nobody drains meanwhile: what is queued by it stays to be seen. */
    async function queuedBy(write: () => PromiseLike<unknown>): Promise<number> {
      await booted.availability.drain()
      await booted.availability.__hooks.onApplicationPrepareShutdown()
      await write()
      const queued = await booted.connection("availability_change")
      return queued.length
    }

    it("is told where no policy says anything, until the row is gone", async () => {
      const book = await stocked(0)
      await updateVariant(book, { allow_backorder: true })
      await supply(book, { lead_time_min_days: 7, lead_time_max_days: 14 })
      const leadTime = async () => {
        await booted.availability.drain()
        const { status, lead_time_min_days: min, lead_time_max_days: max } = await channelRow(book)
        return { status, min, max }
      }
      expect(await leadTime()).toEqual({ status: "backorder", min: 7, max: 14 })
      await booted.availability.setPolicy({ product_id: book.id, lead_time_days: { min: 1, max: 2 } })
      expect(await leadTime()).toEqual({ status: "backorder", min: 1, max: 2 })
      await booted.availability.setPolicy({ product_id: book.id, lead_time_days: null })
      const { supplies, resolved } = await booted.availability.readPolicies({
        ...{ product_id: book.id, variant_id: book.variant_id },
      })
      expect(supplies).toMatchObject([{ variant_id: book.variant_id, source: "ingram", as_of: null }])
      expect(resolved.lead_time_days).toEqual({ value: { min: 7, max: 14 }, from: "supply" })
      expect(resolved.discontinued).toEqual({ value: false, from: "default" })
      await booted.connection("availability_supply").delete()
      expect(await leadTime()).toEqual({ status: "backorder", min: null, max: null })
    })

    it("makes a preorder before release and strict on-sale date, where it allows one", async () => {
      const book = await stocked(20)
      const [release_date, strict_on_sale_date] = [inHours(1), inHours(2)]
      await supply(book, { release_date })
      await expectStatus(book, "preorder")
      await supply(book, { release_date, strict_on_sale_date })
      await eventually(async () => expect((await channelRow(book)).available_on).toEqual(strict_on_sale_date))
      await supply(book, { allow_preorder: false })
      await expectStatus(book, "incoming")
      await moveClock(booted.connection, 2 * HOUR_SECONDS)
      await expectStatus(book, "in_stock")
    })

    it("ends a title that is discontinued with its last unit", async () => {
      const book = await stocked(20)
      await supply(book, { discontinued: true })
      await expectStatus(book, "in_stock")
      await setStock(book, 0)
      await expectStatus(book, "discontinued")
      await supply(book, { discontinued: false })
      await expectStatus(book, "out_of_stock")
    })

    it("takes a restricted title from sale, in carts at once, whatever a person has set", async () => {
      const book = await stocked(20)
      const { id: product_id, variant_id } = book
      await booted.availability.setOverride({ product_id, status: AvailabilityStatus.IN_STOCK })
      await supply(book, { not_for_sale: "restricted" })
      const [judgement] = await booted.availability.judgeForSale([variant_id], channel)
      expect(judgement).toMatchObject({ reason: "not_for_sale", purchasable: false })
      await expectStatus(book, "out_of_stock")
      await booted.availability.setPolicy({ product_id, variant_id, not_for_sale: null, discontinued: false })
      expect(await channelRow(book)).toMatchObject({ reason: "not_for_sale", purchasable: false })
      await supply(book, { not_for_sale: null })
      await expectStatus(book, "in_stock")
    })

    it("is believed for as long as its source says, and again when it speaks again; kits of it too", async () => {
      const book = await stocked(20)
      const parts = [{ inventory_item_id: book.inventory_item_id, required_quantity: 2 }]
      const kit = await booted.shop.book({ channels: [channel], parts })
      await hear(book, { limit_seconds: HOUR_SECONDS, grace_seconds: HOUR_SECONDS })
      await expectStatus(book, "in_stock")
      await expectStatus(kit, "low_stock")
      await moveClock(booted.connection, 2 * HOUR_SECONDS + 1)
      const reasons = async () => [(await channelRow(book))?.reason, (await channelRow(kit))?.reason]
      await eventually(async () => expect(await reasons()).toEqual(["stale_source", "stale_source"]))
      const judge = async () =>
        (await booted.availability.judgeForSale([book.variant_id, kit.variant_id], channel)).map(
          ({ purchasable }) => purchasable
        )
      expect(await judge()).toEqual([false, false])
      await hear(book)
      expect(await judge()).toEqual([true, true])
      await expectStatus(book, "in_stock")
      await expectStatus(kit, "low_stock")
    })

    it("queues nothing when it is confirmed, and is due anew when its first time has run out", async () => {
      const book = await stocked(20)
      await hear(book)
      expect(
        await queuedBy(() => booted.connection("availability_supply").update({ source: "ingram" }))
      ).toBe(0)
      for (const hours of [1, 12, 29, 40, 60]) {
        await moveClock(booted.connection, hours * HOUR_SECONDS)
        const renewed = () => hear(book, { updated_at: booted.connection.raw("truestock_now()") })
        expect([hours, await queuedBy(renewed)]).toEqual([hours, 0])
        await booted.availability.drain()
        expect(await channelRow(book)).toMatchObject({ status: "in_stock" })
      }
      const [{ due_at }] = await booted.connection("availability").where({ product_id: book.id })
      expect(Math.round((due_at - Date.now()) / HOUR_SECONDS / 1000)).toBe(40 + 30)
    })

    const ANEW: [what: string, said: object, queued: number][] = [
      ["a lead time", { lead_time_min_days: 1, lead_time_max_days: 3 }, 1],
      ["that it is discontinued", { discontinued: true }, 1],
      ["an earlier time", { as_of: "2026-01-01T00:00:00Z" }, 1],
      ["no time any more", { as_of: null }, 1],
      ["another limit", { limit_seconds: 60 }, 1],
      ["another location", { location_id: "sloc_other" }, 1],
      ["another item, for both", { inventory_item_id: "iitem_other" }, 2],
      ["a reason and a limit, for variant and item", { not_for_sale: "recalled", grace_seconds: 60 }, 2],
    ]
    it.each(ANEW)("queues what is said anew: %s", async (_, said, queued) => {
      const book = await stocked(20)
      await hear(book)
      const write = () => booted.connection("availability_supply").update(said)
      expect(await queuedBy(write)).toBe(queued)
    })

    it("queues a renewed time where the last one may have been judged too old: an hour before, or half its life", async () => {
      const book = await stocked(20)
      const after = async (seconds: number, limits: object) => {
        await moveClock(booted.connection, 0)
        await hear(book, limits)
        await booted.availability.drain()
        await moveClock(booted.connection, seconds)
        return queuedBy(() => hear(book))
      }
      expect(await after(29 * HOUR_SECONDS - 60, { limit_seconds: null, grace_seconds: null })).toBe(0)
      expect(await after(29 * HOUR_SECONDS + 60, { limit_seconds: null, grace_seconds: null })).toBe(1)
      expect(await after(540, { limit_seconds: 600, grace_seconds: 600 })).toBe(0)
      expect(await after(660, { limit_seconds: 600, grace_seconds: 600 })).toBe(1)
    })

    it("is part of what the doctor compares", async () => {
      const book = await stocked(20)
      await booted.availability.drain()
      await booted.availability.__hooks.onApplicationPrepareShutdown()
      await booted.connection.transaction(async (tx) => {
        await tx.raw("set local session_replication_role = replica")
        await tx("availability_supply").insert({
          ...{ variant_id: book.variant_id, source: "ingram", not_for_sale: "withdrawn" },
        })
      })
      const checks = await booted.availability.diagnose({ deep: true, examples: 5 })
      expect(checks.find(({ name }) => name === "read_model")).toMatchObject({
        ...{ status: "error", count: 1, examples: [book.id] },
      })
    })

    it.each([
      ["a lead time that ends before it begins", { lead_time_min_days: 3, lead_time_max_days: 1 }],
      ["half a lead time", { lead_time_min_days: 3 }],
      ["a limit of nothing", { limit_seconds: 0 }],
      ["a negative grace time", { grace_seconds: -1 }],
      ["a moment without an end", { as_of: "infinity" }],
      ["a release before time", { release_date: "-infinity" }],
      ["no reason as a reason", { not_for_sale: "" }],
      ["nobody as its source", { source: "" }],
    ])("is refused by the database: %s", async (_, said) => {
      const write = booted.connection("availability_supply").insert({
        ...{ variant_id: "variant_1", source: "ingram", ...said },
      })
      await expect(write).rejects.toMatchObject({ code: "23514" })
    })
  })

  describe("deliveries that are expected", () => {
    const at = (book: Book) => ({ inventory_item_id: book.inventory_item_id, location_id: location })
    const began = Date.now()
    const day = (days: number) => new Date(began + days * 24 * 3_600_000)
    const announce = async (book: Book, expected_at: Date | null, quantity = 5) =>
      (await booted.stock.expectInventory([{ ...at(book), quantity, expected_at }]))[0]!.id
    const promise = (book: Book, quantity: number) =>
      booted.stock.createReservation({ ...at(book), quantity, allow_backorder: true })
    const expectTold = (book: Book, status: string, eta: Date | null) =>
      eventually(async () => {
        expect(await channelRow(book)).toMatchObject({ status, eta })
        const [summary] = await booted.connection("availability").where({ product_id: book.id })
        expect(summary).toMatchObject({ status, eta })
      })

    it("say when what is incoming or backordered is here: announced, sold, changed, cancelled, received", async () => {
      const book = await stocked(0)
      const soon = await announce(book, day(5))
      const later = await announce(book, day(9))
      await expectTold(book, "incoming", day(5))
      await updateVariant(book, { allow_backorder: true })
      await promise(book, 4)
      await expectTold(book, "backorder", day(5))
      await promise(book, 1)
      await expectTold(book, "backorder", day(9))

      await booted.stock.changeIncoming(later, { expected_at: day(20) })
      await expectTold(book, "backorder", day(20))
      await booted.stock.changeIncoming(later, { expected_at: null })
      await expectTold(book, "backorder", null)
      await booted.stock.changeIncoming(soon, { quantity: 6 })
      await expectTold(book, "backorder", day(5))
      await booted.stock.cancelIncoming(soon)
      await expectTold(book, "backorder", null)
      await booted.stock.receiveInventory([{ incoming_id: later, quantity: 5 }])
      await expectTold(book, "backorder", null)
      await booted.stock.receiveInventory([{ ...at(book), quantity: 11 }])
      await expectTold(book, "in_stock", null)
    })

    it("are told no longer once their date has passed for a day", async () => {
      const book = await stocked(0)
      await announce(book, new Date(day(1).getTime() - 3_600_000))
      await announce(book, day(9))
      await expectTold(book, "incoming", new Date(day(1).getTime() - 3_600_000))
      await moveClock(booted.connection, 47 * 3_600)
      await expectTold(book, "incoming", day(9))
      await moveClock(booted.connection, 10 * 24 * 3_600)
      await expectTold(book, "incoming", null)
    })

    it("make a kit when the last of its short parts is here, wherever raw SQL moves them", async () => {
      const [cover, sheet] = [await stocked(0), await stocked(1)]
      const kit = await booted.shop.book({
        channels: [channel],
        parts: [
          { inventory_item_id: cover.inventory_item_id, required_quantity: 1 },
          { inventory_item_id: sheet.inventory_item_id, required_quantity: 3 },
        ],
      })
      await announce(cover, day(4), 1)
      await announce(sheet, day(6), 1)
      await expectTold(kit, "incoming", null)
      const last = await announce(sheet, day(8), 1)
      await expectTold(kit, "incoming", day(8))
      const elsewhere = await booted.shop.location()
      await booted
        .connection("incoming_stock")
        .where({ id: last })
        .update({ expected_at: day(2) })
      await expectTold(kit, "incoming", day(6))
      await booted.connection("incoming_stock").where({ id: last }).update({ location_id: elsewhere })
      await expectTold(kit, "incoming", null)
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
