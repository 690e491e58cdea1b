import { adminHeaders } from "../support/admin-headers"
import { moveClock } from "../support/clock"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const PATH = "/admin/inventory"

runWithShop((booted) => {
  let admin: { headers: Record<string, string>; user_id: string }
  let book: Book
  let other: Book
  let here: string
  let there: string

  beforeAll(async () => {
    const { availability, container, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    admin = await adminHeaders(container)
    const opened = await shop.open()
    here = opened.location
    there = await shop.location(opened.channel)
    book = await shop.book({ stock: { [here]: 10, [there]: 4 } })
    other = await shop.book({ stock: { [here]: 5 } })
  })
  afterEach(() => assertInvariants(booted.connection))

  const adjust = (body: unknown, key?: string) =>
    booted.api.post(`${PATH}/adjust`, body, {
      headers: { ...admin.headers, ...(key !== undefined && { "idempotency-key": key }) },
      validateStatus: null,
    })
  const row = (adjustment: unknown, more: object = {}, of = book) => ({
    ...{ inventory_item_id: of.inventory_item_id, location_id: here, adjustment, ...more },
  })
  const ask = async (query: Record<string, string> = {}) =>
    booted.api.get(`${PATH}?${new URLSearchParams(query).toString()}`, { ...admin, validateStatus: null })
  const stocked = async (of = book) =>
    (await ask({ sku: of.sku, location_id: here })).data.inventory_items[0].total_stocked

  describe("An adjustment", () => {
    it("is made once, with a reason, in the name of the admin who asked", async () => {
      const more = { reason: "received", note: "two boxes", reference: { type: "transfer", id: "t1" } }
      const { status, data } = await adjust(row(5, { ...more, expected_quantity: 10 }))
      expect([status, data]).toEqual([
        200,
        { adjustment: { ...row(5), reason: "received", stocked_quantity: 15, reserved_quantity: 0 } },
      ])
      const { movements } = await booted.stock.listMovements({ inventory_item_id: book.inventory_item_id })
      expect(movements[0]).toMatchObject({
        ...{ kind: "adjust", reason: "received", note: "two boxes", actor_id: admin.user_id },
        ...{ references: [{ type: "transfer", id: "t1" }], correlation_id: expect.any(String) },
      })
    })

    it("of many rows is all of them or none, or those that can be, with a reason for the whole", async () => {
      const nowhere = row(1, { location_id: "sloc_none" })
      const rows = [row(1, { reason: "found" }), nowhere, row(-6, {}, other), row(2, { location_id: there })]
      const refused = await adjust({ adjustments: rows })
      expect([refused.status, refused.data.code]).toEqual([404, "unknown_level"])
      expect(await stocked()).toBe(10)

      const { status, data } = await adjust({ adjustments: rows, reason: "damaged", on_error: "skip" })
      expect(status).toBe(200)
      expect(data.adjustments).toEqual([
        { ...row(1), reason: "found", stocked_quantity: 11, reserved_quantity: 0 },
        { ...row(2, { location_id: there }), reason: "damaged", stocked_quantity: 6, reserved_quantity: 0 },
      ])
      expect(data.failed).toEqual([
        {
          ...{ row: 1, inventory_item_id: book.inventory_item_id, location_id: "sloc_none" },
          ...{ code: "unknown_level", message: expect.stringContaining("sloc_none") },
        },
        {
          ...{ row: 2, inventory_item_id: other.inventory_item_id, location_id: here },
          ...{ code: "negative_stock", message: expect.any(String) },
        },
      ])
    })

    it("does not go below what is promised and held, unless it may; the figures say how far it could", async () => {
      await booted.stock.createReservation({ ...promised(), quantity: 4 })
      await booted.stock.createReservation({ ...promised(), quantity: 3, ttl_seconds: 60 })
      const { status, data } = await adjust(row(-4))
      expect([status, data]).toEqual([
        409,
        expect.objectContaining({ code: "insufficient_inventory", requested: 4, available: 3 }),
      ])
      expect((await adjust({ adjustments: [row(-4)] })).data).toMatchObject({ requested: 4, available: 3 })
      expect(await stocked()).toBe(10)
      expect((await adjust(row(-8, { allow_shortfall: true }))).data.adjustment).toMatchObject({
        ...{ stocked_quantity: 2, reserved_quantity: 4 },
      })
      expect((await ask({ sku: book.sku, location_id: here })).data.inventory_items[0]).toMatchObject({
        ...{ total_available: -5, total_stocked: 2, total_reserved: 4, total_held: 3 },
      })
    })

    it("of 10,000 rows with all that a row may say fits into one request; 10,001 are refused", async () => {
      const said = {
        reason: "count",
        note: "shelf ".repeat(15),
        reference: { type: "count", id: "c".repeat(30) },
      }
      const rows = Array.from({ length: 10_000 }, (_, n) =>
        row(1, { ...said, ...(n > 0 && { inventory_item_id: `iitem_${"x".repeat(26)}${n}` }) })
      )
      const { status, data } = await adjust({ adjustments: rows, on_error: "skip" })
      expect([status, data.adjustments.length, data.failed.length]).toEqual([200, 1, 9_999])
      expect(await stocked()).toBe(11)
      const refused = await adjust({ adjustments: [...rows, row(1)], on_error: "skip" })
      expect([refused.status, refused.data.code]).toEqual([400, "too_many_rows"])
      expect(await stocked()).toBe(11)
    })

    it("with a key is answered the same again and made once; another one is refused", async () => {
      const first = await adjust(row(1), "k")
      expect((await adjust(row(1), "k")).data).toEqual(first.data)
      const bulk = { adjustments: [row(1)], on_error: "skip" }
      const many = await adjust(bulk, "b")
      expect((await adjust(bulk, "b")).data).toEqual(many.data)
      expect(await stocked()).toBe(12)
      for (const another of [row(2), { adjustments: [row(2)] }, row(1, { allow_shortfall: true })]) {
        const { status, data } = await adjust(another, "k")
        expect([status, data.code]).toEqual([409, "key_reused"])
      }
      const refused = await adjust(row(-99), "r")
      expect([refused.status, refused.data.code]).toEqual([409, "negative_stock"])
      expect((await adjust(row(1), "k".repeat(256))).data.code).toBe("invalid_key")
      expect(await stocked()).toBe(12)
    })

    it("that makes no sense is refused with a named code, and nothing is changed", async () => {
      const many = (...rows: unknown[]) => ({ adjustments: [row(1, {}, other), ...rows] })
      const refusals: [body: unknown, status: number, code: string][] = [
        ...["3", null, undefined, 0, 0.5, 1e15, -1e15, [1], {}].flatMap(
          (adjustment): [unknown, number, string][] => [
            [row(adjustment), 400, "invalid_quantity"],
            [many(row(adjustment)), 400, "invalid_quantity"],
          ]
        ),
        [JSON.stringify(row(1)).replace('":1', '":1e400'), 400, "invalid_quantity"],
        [JSON.stringify(row(1)).replace('":1', '":NaN'), 400, "invalid_body"],
        ["[]", 400, "invalid_body"],
        ["x".repeat(9_000_000), 413, "invalid_body"],
        [row(1, { price: 3 }), 400, "invalid_body"],
        [row(1, { on_error: "skip" }), 400, "invalid_body"],
        [{ ...row(1), ...many() }, 400, "invalid_body"],
        [{ adjustments: { 0: row(1) } }, 400, "invalid_body"],
        [{ adjustments: null }, 400, "invalid_body"],
        [{ adjustments: [] }, 400, "too_many_rows"],
        [many(null), 400, "invalid_adjustment"],
        [many("row"), 400, "invalid_adjustment"],
        [many(row(1, { allow_shortfall: true })), 400, "invalid_adjustment"],
        [{ ...many(), on_error: "ignore" }, 400, "invalid_adjustment"],
        [{ ...many(), allow_shortfall: "yes" }, 400, "invalid_adjustment"],
        [many(row(1), row(2)), 400, "duplicate_row"],
        [row(1, { expected_quantity: "10" }), 400, "invalid_quantity"],
        [row(1, { inventory_item_id: "" }), 400, "invalid_adjustment"],
        [row(1, { note: "x".repeat(10_001) }), 400, "invalid_adjustment"],
        [row(1, { note: "a\0b" }), 400, "invalid_adjustment"],
        [row(1, { note: "\ud83d" }), 400, "invalid_adjustment"],
        [row(1, { reason: 7 }), 400, "invalid_adjustment"],
        [row(1, { reference: { type: "whim", id: "1" } }), 400, "invalid_adjustment"],
        [row(1, { reference: "order_1" }), 400, "invalid_adjustment"],
        [row(1, { inventory_item_id: "iitem_none" }), 404, "unknown_level"],
        [row(1, { location_id: there }, other), 404, "unknown_level"],
        [row(1, { expected_quantity: 9 }), 409, "stale_quantity"],
        [row(-11, { allow_shortfall: true }), 409, "negative_stock"],
        [many(row(-11)), 409, "negative_stock"],
      ]
      const before = await booted.connection("stock_movement").count()
      for (const [body, status, code] of refusals) {
        const text = typeof body === "string" ? body : JSON.stringify(body)
        const config = {
          headers: { ...admin.headers, "content-type": "application/json" },
          validateStatus: null,
        }
        const answer = await booted.api.post(`${PATH}/adjust`, text, { ...config, transformRequest: [] })
        const said = { body: text.slice(0, 200), status: answer.status, code: answer.data.code }
        expect(said).toEqual({ body: text.slice(0, 200), status, code })
        expect(answer.data.message.length).toBeLessThan(500)
      }
      expect(await booted.connection("stock_movement").count()).toEqual(before)
      expect(await booted.connection("inventory_idempotency_key")).toEqual([])
    })
  })

  describe("The list of stock", () => {
    it("tells of each item what is stocked, reserved, held and available, by the database's clock", async () => {
      await booted.stock.createReservation({ ...promised(), quantity: 2 })
      await booted.stock.createReservation({ ...promised(), quantity: 3, ttl_seconds: 60 })
      const level = (
        location_id: string,
        [stocked_quantity, reserved_quantity, held_quantity]: number[]
      ) => ({
        ...{ location_id, stocked_quantity, reserved_quantity, held_quantity },
        ...{
          available_quantity: stocked_quantity! - reserved_quantity! - held_quantity!,
          incoming_quantity: 0,
        },
      })
      const { status, data } = await ask()
      expect(status).toBe(200)
      expect(data).toMatchObject({ count: 2, limit: 20, offset: 0 })
      expect(data.inventory_items[0]).toEqual({
        ...{ id: book.inventory_item_id, sku: book.sku, variant_id: book.variant_id, title: "Paperback" },
        product_title: expect.stringMatching(/^Book /),
        levels: [level(here, [10, 2, 3]), level(there, [4, 0, 0])].sort((a, b) =>
          a.location_id < b.location_id ? -1 : 1
        ),
        ...{ total_available: 9, total_stocked: 14, total_reserved: 2, total_held: 3 },
      })
      await moveClock(booted.connection, 61)
      expect((await ask()).data.inventory_items[0]).toMatchObject({ total_available: 12, total_held: 0 })
    })

    it("is found by variant, location, SKU and a part of SKU or title", async () => {
      const skus = async (query: Record<string, string>) =>
        (await ask(query)).data.inventory_items.map(({ sku }: any) => sku)
      expect(await skus({ variant_id: other.variant_id })).toEqual([other.sku])
      expect(await skus({ location_id: there })).toEqual([book.sku])
      expect(await skus({ sku: other.sku })).toEqual([other.sku])
      expect(await skus({ q: book.sku.toLowerCase() })).toEqual([book.sku])
      expect(await skus({ q: "perBACK" })).toEqual([book.sku, other.sku])
      expect(await skus({ q: "perback", variant_id: other.variant_id })).toEqual([other.sku])
      for (const none of [
        { q: "%" },
        { q: "_" },
        { sku: "SKU" },
        { variant_id: "x" },
        { location_id: "?" },
      ]) {
        expect((await ask(none as never)).data).toEqual({
          inventory_items: [],
          count: 0,
          limit: 20,
          offset: 0,
        })
      }
      const at = (await ask({ location_id: there })).data.inventory_items[0]
      expect(at).toMatchObject({ levels: [{ location_id: there }], total_stocked: 4, total_available: 4 })
    })

    it("knows items without variant, without level, and that several variants share", async () => {
      const lonely = await booted.inventory.createInventoryItems({ sku: "A-lonely" })
      const part = { inventory_item_id: book.inventory_item_id, required_quantity: 2 }
      const set = await booted.shop.book({ parts: [part] })
      const { data } = await ask()
      expect(data.inventory_items[0]).toEqual({
        ...{ id: lonely.id, sku: "A-lonely", variant_id: null, title: null, levels: [] },
        product_title: null,
        ...{ total_available: 0, total_stocked: 0, total_reserved: 0, total_held: 0 },
      })
      expect((await ask({ sku: book.sku })).data.inventory_items[0].variant_id).toBe(book.variant_id)
      const ofSet = (await ask({ variant_id: set.variant_id })).data
      expect(ofSet).toMatchObject({
        count: 1,
        inventory_items: [{ sku: book.sku, variant_id: set.variant_id }],
      })
    })

    it("comes in pages that neither skip nor repeat, with the same count on each", async () => {
      const page = async (offset: string) => (await ask({ limit: "1", offset })).data
      const pages = [await page("0"), await page("1"), await page("2")]
      expect(pages.map(({ inventory_items, count }) => [inventory_items[0]?.sku, count])).toEqual([
        [book.sku, 2],
        [other.sku, 2],
        [undefined, 2],
      ])
    })

    it("refuses questions that make no sense, and whoever is not logged in", async () => {
      const refusals: [string, string[], string][] = [
        ["limit", ["0", "-1", "101", "NaN", "1e1", ""], "invalid_limit"],
        ["offset", ["-1", "10000001", "Infinity"], "invalid_offset"],
        ["variant_id", ["", "a\0b", "x".repeat(300)], "invalid_parameter"],
        ["q", ["", "\0"], "invalid_parameter"],
        ["order", ["sku"], "unknown_parameter"],
      ]
      for (const [name, values, code] of refusals) {
        for (const value of values) {
          const { status, data } = await ask({ [name]: value })
          expect({ name, value, status, code: data.code }).toEqual({ name, value, status: 400, code })
        }
      }
      for (const headers of [{}, { authorization: "Bearer nonsense" }]) {
        const config = { headers, validateStatus: null } as object
        expect((await booted.api.get(PATH, config)).status).toBe(401)
        expect((await booted.api.post(`${PATH}/adjust`, row(1), config)).status).toBe(401)
      }
      expect(await stocked()).toBe(10)
    })
  })

  describe("The stock of items that are named", () => {
    const lookup = (body: unknown, headers = admin.headers) =>
      booted.api.post(`${PATH}/levels/lookup`, body, { headers, validateStatus: null })

    it("is told by SKU or id, each item once, with what the list tells of its levels", async () => {
      await booted.stock.createReservation({ ...promised(), quantity: 2 })
      await booted.stock.createReservation({ ...promised(), quantity: 3, ttl_seconds: 60 })
      const named = [other.sku, book.sku, book.sku, "SKU", `${book.sku} `, book.sku.toLowerCase()]
      const { status, data } = await lookup({ skus: named })
      const listed = (await ask()).data.inventory_items
      expect([status, data.allow_fractions]).toEqual([200, false])
      expect(data.inventory_items).toEqual(
        listed.map(({ id, sku, title, levels }: any) => ({ id, sku, title, levels }))
      )
      const byId = await lookup({ inventory_item_ids: [other.inventory_item_id, "iitem_none"] })
      expect(byId.data.inventory_items).toEqual([data.inventory_items[1]])
      const most = [...Array(9_999).keys()].map((n) => `${"s".repeat(250)}${n}`)
      expect((await lookup({ skus: [book.sku, ...most] })).data.inventory_items).toHaveLength(1)
      expect((await lookup({ skus: [] })).data.inventory_items).toEqual([])
    })

    it("is refused by a named code where the question makes no sense", async () => {
      const refusals: [body: unknown, code: string][] = [
        [{}, "invalid_body"],
        [[], "invalid_body"],
        [{ skus: ["a"], inventory_item_ids: ["b"] }, "invalid_body"],
        [{ skus: "a" }, "invalid_body"],
        [{ skus: [7] }, "invalid_body"],
        [{ skus: [""] }, "invalid_body"],
        [{ skus: ["a\0b"] }, "invalid_body"],
        [{ skus: ["x".repeat(256)] }, "invalid_body"],
        [{ skus: null }, "invalid_body"],
        [{ ids: ["a"] }, "invalid_body"],
        [{ inventory_item_ids: Array(10_001).fill("a") }, "too_many_rows"],
      ]
      for (const [body, code] of refusals) {
        const { status, data } = await lookup(body)
        expect([status, data.code]).toEqual([400, code])
      }
      expect((await lookup({ skus: [book.sku] }, {} as never)).status).toBe(401)
    })
  })

  const promised = () => ({ inventory_item_id: book.inventory_item_id, location_id: here })
})
