import { ContainerRegistrationKeys, Modules, ProductEvents } from "@medusajs/framework/utils"
import { followVariantWorkflow } from "../../src/workflows"
import { adminHeaders } from "../support/admin-headers"
import { deadlocks, serviceOn, untilStuck } from "../support/at-once"
import { assertInvariants } from "../support/invariants"
import { eventually } from "../support/eventually"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

type Item = { id: string; sku: string | null; title: string | null }

runWithShop((booted) => {
  let admin: { headers: Record<string, string> }
  let book: Book
  let other: Book
  let location: string

  beforeAll(async () => {
    const { availability, container, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(container)
    const opened = await shop.open()
    location = opened.location
    book = await shop.book({ channels: [opened.channel], stock: { [location]: 7 } })
    other = await shop.book({ channels: [opened.channel] })
  })
  afterEach(() => assertInvariants(booted.connection))

  const send = (path: string, body: unknown) =>
    booted.api.post(`/admin/products/${path}`, body, { ...admin, validateStatus: null })
  const change = (of: Book, body: object) => send(`${of.id}/variants/${of.variant_id}`, body)
  const follow = async (variant_id: string) =>
    (await followVariantWorkflow(booted.container).run({ input: { variant_id } })).result
  const outcomes = async (variant_id: string) => (await follow(variant_id)).map(({ outcome }) => outcome)
  const item = (id: string): Promise<Item> =>
    booted.connection("inventory_item").where({ id }).first("id", "sku", "title")
  const itemsOf = (variant_id: string): Promise<Item[]> =>
    booted
      .connection("inventory_item as i")
      .join("product_variant_inventory_item as k", "k.inventory_item_id", "i.id")
      .where({ "k.variant_id": variant_id, "k.deleted_at": null, "i.deleted_at": null })
      .select("i.id", "i.sku", "i.title")
  /** A variant as somebody changes it who sends no event. */
  const changeSilently = (of: Book, variant: object) =>
    booted.connection("product_variant").where({ id: of.variant_id }).update(variant)
  const unlink = (of: Book) =>
    booted.connection("product_variant_inventory_item").where({ variant_id: of.variant_id }).delete()
  const itemIs = (id: string, wanted: object) =>
    eventually(async () => expect(await item(id)).toMatchObject(wanted))

  describe("The item of a variant", () => {
    it("has its SKU and title after a change in the admin, by itself, with its product or in a batch", async () => {
      const { inventory_item_id: id, variant_id } = book
      expect((await change(book, { sku: "NEW-1" })).status).toBe(200)
      await itemIs(id, { sku: "NEW-1", title: "Paperback" })
      await send(book.id, { variants: [{ id: variant_id, title: "Hardcover" }] })
      await itemIs(id, { sku: "NEW-1", title: "Hardcover" })
      await send(`${book.id}/variants/batch`, { update: [{ id: variant_id, sku: "NEW-2", title: "Boxed" }] })
      await itemIs(id, { sku: "NEW-2", title: "Boxed" })
      expect(await itemsOf(variant_id)).toHaveLength(1)
      expect(await booted.stock.getAvailableQuantity(id)).toBe(7)
    })

    it("is made and linked where there is none, as core would have made it", async () => {
      await changeSilently(book, { weight: 312.4, origin_country: "de", hs_code: "4901" })
      await unlink(book)
      await booted
        .connection("inventory_item")
        .where({ id: book.inventory_item_id })
        .update({ deleted_at: new Date() })
      await send(book.id, { variants: [{ id: book.variant_id, title: "Hardcover" }] })
      await eventually(async () => expect(await itemsOf(book.variant_id)).toHaveLength(1))
      const { data } = await booted.api.get(`/admin/inventory-items?sku=${book.sku}`, admin)
      expect(data.inventory_items).toMatchObject([
        {
          ...{ sku: book.sku, title: "Hardcover", description: "Hardcover", weight: 312 },
          ...{ origin_country: "de", hs_code: "4901", requires_shipping: true },
        },
      ])
      const links = await booted
        .connection("product_variant_inventory_item")
        .where({ variant_id: book.variant_id })
      expect(links).toMatchObject([{ required_quantity: "1", deleted_at: null }])
    })

    it("keeps what the variant does not have", async () => {
      await changeSilently(book, { sku: null, title: "Hardcover" })
      expect(await outcomes(book.variant_id)).toEqual(["followed"])
      expect(await item(book.inventory_item_id)).toMatchObject({ sku: book.sku, title: "Hardcover" })
    })

    it("stays, with its stock, when that is no longer managed, and is there when it is again", async () => {
      const { inventory_item_id: id, variant_id } = book
      const own = [{ id, sku: book.sku, title: "Paperback" }]
      const isLinked = () => eventually(async () => expect(await itemsOf(variant_id)).toEqual(own))
      await change(book, { manage_inventory: false, title: "E-book" })
      await isLinked()
      expect(await outcomes(variant_id)).toEqual(["not_managed"])
      expect(await booted.stock.getAvailableQuantity(id)).toBe(7)

      expect((await change(book, { manage_inventory: true })).status).toBe(200)
      await itemIs(id, { sku: book.sku, title: "E-book" })
      expect(await itemsOf(variant_id)).toHaveLength(1)

      await changeSilently(book, { manage_inventory: true })
      await booted
        .connection("product_variant_inventory_item")
        .where({ variant_id })
        .update({ deleted_at: new Date() })
      expect(await outcomes(variant_id)).toEqual(["linked"])
      expect(await outcomes(variant_id)).toEqual(["unchanged"])
    })

    it("of a variant that is deleted or unknown is left alone", async () => {
      await changeSilently(book, { sku: "LATE", deleted_at: new Date() })
      for (const id of [book.variant_id, "variant_none", "'; drop table inventory_item; --"]) {
        expect(await outcomes(id)).toEqual(["not_managed"])
      }
      expect(await item(book.inventory_item_id)).toMatchObject({ sku: book.sku })
    })
  })

  describe("Left alone", () => {
    it("are kits, and what a variant needs several of", async () => {
      const parts = await Promise.all([booted.shop.book(), booted.shop.book()])
      const of = (n: number, required_quantity: number) => ({
        ...{ inventory_item_id: parts[n]!.inventory_item_id, required_quantity },
      })
      const kit = await booted.shop.book({ parts: [of(0, 1), of(1, 1)] })
      await unlink(parts[1]!)
      const trio = await booted.shop.book({ parts: [of(1, 3)] })
      for (const each of [kit, trio]) {
        expect((await change(each, { sku: `KIT-${each.sku}`, title: "All of it" })).status).toBe(200)
        expect(await outcomes(each.variant_id)).toEqual(["kit"])
      }
      for (const part of parts) {
        expect(await item(part.inventory_item_id)).toMatchObject({ sku: part.sku, title: "Paperback" })
      }
      expect(await itemsOf(kit.variant_id)).toHaveLength(2)
    })

    it("are shared items, until the other variant is gone", async () => {
      const part = { inventory_item_id: book.inventory_item_id, required_quantity: 1 }
      const copy = await booted.shop.book({ parts: [part] })
      for (const each of [book, copy]) {
        await change(each, { sku: `SHARED-${each.sku}` })
        expect(await outcomes(each.variant_id)).toEqual(["shared"])
      }
      expect(await item(book.inventory_item_id)).toMatchObject({ sku: book.sku })
      await changeSilently(copy, { deleted_at: new Date() })
      expect(await outcomes(book.variant_id)).toEqual(["followed"])
      expect(await item(book.inventory_item_id)).toMatchObject({ sku: `SHARED-${book.sku}` })
    })

    it("is an item whose SKU would be another's, and the log says which", async () => {
      const warned = jest.spyOn(booted.container.resolve(ContainerRegistrationKeys.LOGGER), "warn")
      await booted.stock.createInventoryItem({ sku: "TAKEN" })
      await change(book, { sku: "TAKEN", title: "Hardcover" })
      await eventually(async () =>
        expect(warned.mock.calls.flat().join()).toMatch(/duplicate_sku.*"TAKEN".*stays as it is/)
      )
      expect(await item(book.inventory_item_id)).toMatchObject({ sku: book.sku, title: "Paperback" })

      await unlink(book)
      expect(await follow(book.variant_id)).toEqual([
        { variant_id: book.variant_id, outcome: "duplicate_sku", inventory_item_id: null, sku: "TAKEN" },
      ])
      expect(warned.mock.calls.flat().join()).toContain("none was made for it")
      expect(await itemsOf(book.variant_id)).toEqual([])
      warned.mockRestore()
    })

    it("is an item that another variant uses by now: it does not come back", async () => {
      await booted.connection("product_variant_inventory_item").update({ deleted_at: new Date() })
      await booted.shop.book({
        parts: [{ inventory_item_id: book.inventory_item_id, required_quantity: 3 }],
      })
      expect(await outcomes(book.variant_id)).toEqual(["duplicate_sku"])
      await changeSilently(book, { manage_inventory: false })
      expect(await outcomes(book.variant_id)).toEqual(["not_managed"])
    })
  })

  describe("SKUs that move on", () => {
    it("are followed in any order: who had to wait for one follows when it is free", async () => {
      await changeSilently(other, { sku: "LAST" })
      await changeSilently(book, { sku: other.sku })
      expect(await outcomes(book.variant_id)).toEqual(["duplicate_sku"])
      expect(await outcomes(other.variant_id)).toEqual(["followed", "followed"])
      expect(await item(book.inventory_item_id)).toMatchObject({ sku: other.sku })
      expect(await item(other.inventory_item_id)).toMatchObject({ sku: "LAST" })
    })

    it("in a circle are left alone, and nobody waits for ever", async () => {
      await changeSilently(other, { sku: null })
      await changeSilently(book, { sku: other.sku })
      await changeSilently(other, { sku: book.sku })
      const before = await deadlocks(booted.connection)
      const ids = [book.variant_id, other.variant_id, book.variant_id, other.variant_id]
      const done = await Promise.all(ids.map(outcomes))
      expect(done.flat()).toEqual(ids.map(() => "duplicate_sku"))
      expect(await deadlocks(booted.connection)).toBe(before)
    })
  })

  describe("Told twice, or by two processes at once", () => {
    it("one item is made", async () => {
      await unlink(book)
      await changeSilently(book, { sku: "ANEW" })
      const done = await Promise.all(Array.from({ length: 8 }, () => outcomes(book.variant_id)))
      expect(done.flat().sort()).toEqual(["created", ...Array(7).fill("unchanged")])
      expect(await itemsOf(book.variant_id)).toHaveLength(1)
    })

    it("the second waits for the first, and sees what it has done", async () => {
      await unlink(book)
      await changeSilently(book, { sku: "ANEW" })
      const tx = await booted.connection.transaction()
      const [first] = await serviceOn(booted.stock, tx).items.follow(book.variant_id)
      const second = booted.stock.items.follow(book.variant_id)
      await untilStuck(booted.connection, second)
      await tx.commit()
      expect([first!.outcome, (await second)[0]!.outcome]).toEqual(["created", "unchanged"])
      expect((await second)[0]!.inventory_item_id).toBe(first!.inventory_item_id)
    })

    it("an event that is late says what the variant is like now, not what it was", async () => {
      const tx = await booted.connection.transaction()
      await tx("product_variant").where({ id: book.variant_id }).update({ sku: "NOW" })
      const late = booted.stock.items.follow(book.variant_id)
      await untilStuck(booted.connection, late)
      await tx.commit()
      expect((await late)[0]).toMatchObject({ outcome: "followed", sku: "NOW" })
      expect(await item(book.inventory_item_id)).toMatchObject({ sku: "NOW" })
    })

    it("the event, sent twice, leaves one item that is right", async () => {
      await unlink(book)
      await changeSilently(book, { sku: "TWICE" })
      const message = { name: ProductEvents.PRODUCT_VARIANT_UPDATED!, data: { id: book.variant_id } }
      await booted.container.resolve(Modules.EVENT_BUS).emit([message, message], {})
      await eventually(async () => expect(await itemsOf(book.variant_id)).toMatchObject([{ sku: "TWICE" }]))
      expect(await outcomes(book.variant_id)).toEqual(["unchanged"])
    })

    it("many variants that change at once, and their items that are made, do not stop each other", async () => {
      const books: Book[] = []
      for (let n = 0; n < 6; n++) books.push(await booted.shop.book())
      await Promise.all(books.slice(3).map(unlink))
      await Promise.all(books.map((each, n) => changeSilently(each, { sku: `MANY-${n}`, title: `No. ${n}` })))
      const before = await deadlocks(booted.connection)
      const ids = books.map(({ variant_id }) => variant_id)
      await Promise.all([...ids, ...ids.reverse()].map(outcomes))
      expect(await deadlocks(booted.connection)).toBe(before)
      for (const [n, { variant_id }] of books.entries()) {
        expect(await itemsOf(variant_id)).toMatchObject([{ sku: `MANY-${n}`, title: `No. ${n}` }])
      }
    })
  })
})
