import { Modules } from "@medusajs/framework/utils"
import { eventually } from "../support/eventually"
import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let location: string
  let book: Book
  let level: Level

  beforeAll(async () => {
    const shop = await booted.shop.open()
    location = shop.location
    book = await booted.shop.book({ channels: [shop.channel], stock: { [location]: 10 } })
    level = new Level(booted.connection, book.inventory_item_id, location)
    await booted.availability.drain()
  })

  /** Lets the book be owed, and have this stock. */
  const backorder = async (stock: number) => {
    await booted.connection("product_variant").update({ allow_backorder: true })
    await level.stock(stock)
  }
  const refusal = async (attempt: Promise<unknown>) =>
    attempt.then(
      () => "granted",
      (error: { code?: string; hint?: string }) => `${error.code} ${error.hint}`
    )
  const NOT_ENOUGH = "40001 insufficient_inventory"

  describe("a promise by raw SQL", () => {
    it("is granted up to the last unit and refused beyond it", async () => {
      await level.reserve(10)
      expect(await refusal(level.reserve(1))).toBe(NOT_ENOUGH)
      expect(await level.read()).toMatchObject({ reserved: 10, raw_reserved: 10 })
      expect(await level.promised()).toBe(10)
    })

    it("adds up the lines of one statement", async () => {
      const line = { inventory_item_id: book.inventory_item_id, location_id: location, quantity: 6 }
      const lines = ["a", "b"].map((id) => ({ id, ...line, raw_quantity: { value: "6" } }))
      expect(await refusal(booted.connection("reservation_item").insert(lines))).toBe(NOT_ENOUGH)
      expect(await level.promised()).toBe(0)
    })

    it("is refused when it grows or moves beyond what is there, and leaves everything as it was", async () => {
      const other = await booted.shop.location()
      await booted.shop.level(book.inventory_item_id, other, 3)
      const id = await level.reserve(5)
      const reservation = () => booted.connection("reservation_item").where({ id })
      expect(await refusal(reservation().update({ quantity: 11 }))).toBe(NOT_ENOUGH)
      expect(await refusal(reservation().update({ location_id: other }))).toBe(NOT_ENOUGH)
      expect(await level.read()).toMatchObject({ reserved: 5 })
      await reservation().update({ location_id: other, quantity: 3 })
      expect(await level.read()).toMatchObject({ reserved: 0 })
      expect(await level.on(booted.connection).promised()).toBe(0)
    })

    it.each([
      ["a level that does not exist", { location_id: "sloc_nowhere" }, "40001 unknown_level"],
      ["no units", { quantity: 0 }, "22023 invalid_quantity"],
      ["less than none", { quantity: -1 }, "22023 invalid_quantity"],
      ["not a number", { quantity: "NaN" }, "22023 invalid_quantity"],
      ["infinity", { quantity: "Infinity" }, "22023 invalid_quantity"],
      ["a number with 400 zeros", { quantity: `1${"0".repeat(400)}` }, "22023 invalid_quantity"],
      [
        "too much of what may be owed without limit",
        { quantity: `1e400`, allow_backorder: true },
        "22023 invalid_quantity",
      ],
    ])("of %s is refused", async (_, wrong, code) => {
      const attempt = level.reserve(1, { ...wrong, raw_quantity: { value: "1" } })
      expect(await refusal(attempt)).toBe(code)
      expect(await level.read()).toMatchObject({ reserved: 0 })
      expect(await booted.connection("reservation_item")).toEqual([])
    })

    it("keeps a zero that an order line stands behind, as core's order edit writes it", async () => {
      await level.reserve(0, { line_item_id: "ordli_1" })
      expect(await level.read()).toMatchObject({ reserved: 0 })
    })

    it("is refused at an inactive location, and granted again when it is active", async () => {
      const created = await booted.stock.createInventoryLocations({ location_id: location, is_active: false })
      expect(await refusal(level.reserve(1))).toBe("40001 inactive_location")
      await booted.stock.updateInventoryLocations({ id: created.id, is_active: true })
      expect(await refusal(level.reserve(1))).toBe("granted")
    })

    it("is released by deletion, soft deletion, cascade and truncation", async () => {
      const [deleted, softDeleted] = [await level.reserve(2), await level.reserve(3)]
      await level.reserve(4)
      await booted.connection("reservation_item").where({ id: deleted }).delete()
      expect(await level.read()).toMatchObject({ reserved: 7 })
      await booted
        .connection("reservation_item")
        .where({ id: softDeleted })
        .update({ deleted_at: new Date() })
      expect(await level.read()).toMatchObject({ reserved: 4 })
      await booted.connection.raw("truncate reservation_item")
      expect(await level.read()).toMatchObject({ reserved: 0, raw_reserved: 0 })
      await level.reserve(4)
      await booted.connection("inventory_item").where({ id: book.inventory_item_id }).delete()
      expect(await booted.connection("reservation_item")).toEqual([])
    })
  })

  describe("reserved_quantity", () => {
    it("is not to be written by anybody else", async () => {
      await level.reserve(4)
      await booted.connection("inventory_level").update({
        reserved_quantity: 0,
        raw_reserved_quantity: { value: "0", precision: 20 },
      })
      expect(await level.read()).toMatchObject({ reserved: 4, raw_reserved: 4 })
    })

    it("of a level that is created or restored is what is promised of it", async () => {
      await level.reserve(4)
      const levels = booted.connection("inventory_level")
      await levels.clone().update({ deleted_at: new Date() })
      await booted.connection("reservation_item").update({ quantity: 3 })
      await levels.clone().update({ deleted_at: null })
      expect(await level.read()).toMatchObject({ reserved: 3 })
      const [row] = await levels.clone().delete().returning("*")
      await levels.clone().insert({ ...row, id: "ilev_again", reserved_quantity: 99 })
      expect(await level.read()).toMatchObject({ id: "ilev_again", reserved: 3, raw_reserved: 3 })
    })
  })

  describe("backorder", () => {
    const owe = (quantity: number) => level.reserve(quantity, { allow_backorder: true })

    it("has no limit where no policy sets one", async () => {
      await backorder(2)
      expect(await refusal(owe(1000))).toBe("granted")
    })

    it("goes down to the policy's limit, and a changed policy holds at once", async () => {
      await backorder(2)
      await booted.availability.setPolicy({ product_id: book.id, backorder_limit: 5 })
      expect(await refusal(owe(8))).toBe(NOT_ENOUGH)
      expect(await refusal(owe(7))).toBe("granted")
      await booted.availability.setPolicy({ product_id: book.id, backorder_limit: 6 })
      expect(await refusal(owe(2))).toBe(NOT_ENOUGH)
      expect(await refusal(owe(1))).toBe("granted")
    })

    it("is nearer at a location that has a policy of its own", async () => {
      await backorder(0)
      const { id: product_id, variant_id } = book
      await booted.availability.setPolicy({ product_id, backorder_limit: 50 })
      await booted.availability.setPolicy({
        product_id,
        variant_id,
        location_id: location,
        backorder_limit: 1,
      })
      expect(await refusal(owe(2))).toBe(NOT_ENOUGH)
      expect(await refusal(owe(1))).toBe("granted")
    })

    it("counts in units of the part, and a shared part takes the strictest limit", async () => {
      await backorder(0)
      await booted.availability.setPolicy({ product_id: book.id, backorder_limit: 10 })
      const other = await booted.shop.book({ allow_backorder: true })
      await booted.availability.setPolicy({ product_id: other.id, backorder_limit: 2 })
      await booted
        .connection("product_variant_inventory_item")
        .where({ variant_id: other.variant_id })
        .update({ inventory_item_id: book.inventory_item_id, required_quantity: 3 })
      expect(await refusal(owe(7))).toBe(NOT_ENOUGH)
      expect(await refusal(owe(6))).toBe("granted")
    })

    it("needs the variant's consent and the reservation's own", async () => {
      await backorder(0)
      expect(await refusal(level.reserve(1))).toBe(NOT_ENOUGH)
      await booted.connection("product_variant").update({ allow_backorder: false })
      expect(await refusal(owe(1))).toBe(NOT_ENOUGH)
    })

    it("does not use up what a firm line of the same statement needs", async () => {
      await backorder(5)
      const line = { inventory_item_id: book.inventory_item_id, location_id: location }
      const lines = (firm: number, owed: number) => [
        { id: `firm_${firm}`, ...line, quantity: firm, raw_quantity: {}, allow_backorder: false },
        { id: `owed_${firm}`, ...line, quantity: owed, raw_quantity: {}, allow_backorder: true },
      ]
      expect(await refusal(booted.connection("reservation_item").insert(lines(6, 3)))).toBe(NOT_ENOUGH)
      expect(await refusal(booted.connection("reservation_item").insert(lines(5, 3)))).toBe("granted")
      expect(await refusal(level.reserve(1))).toBe(NOT_ENOUGH)
    })
  })

  describe("a fall of stock below what is promised", () => {
    const shortfalls = () => booted.connection("inventory_shortfall").orderBy("opened_at")

    beforeEach(() => level.reserve(8))

    it("is accepted, is a shortfall, and refuses further promises until it is over", async () => {
      await level.stock(5)
      expect(await shortfalls()).toMatchObject([{ quantity: "3", resolved_at: null }])
      expect(await refusal(level.reserve(1))).toBe(NOT_ENOUGH)
      await level.stock(4)
      expect(await shortfalls()).toMatchObject([{ quantity: "4", resolved_at: null }])
      await level.stock(9)
      expect(await shortfalls()).toEqual([])
      expect(await refusal(level.reserve(1))).toBe("granted")
    })

    it("is reported once by inventory.shortfall when it lasts, and keeps its row when it is over", async () => {
      const sent: unknown[] = []
      booted.container.resolve(Modules.EVENT_BUS).subscribe("inventory.shortfall", async ({ data }) => {
        sent.push(data)
      })
      await level.stock(5)
      const told = { inventory_item_id: book.inventory_item_id, location_id: location, quantity: 3 }
      await eventually(async () => expect(sent).toMatchObject([told]))
      await level.stock(8)
      expect(await shortfalls()).toMatchObject([{ quantity: "3", resolved_at: expect.any(Date) }])
      expect(sent).toHaveLength(1)
    })

    it("follows from a restored reservation, which is accepted as core's compensation needs it", async () => {
      await booted.connection("reservation_item").update({ deleted_at: new Date() })
      await level.reserve(10)
      const restored = booted.connection("reservation_item").whereNotNull("deleted_at")
      expect(await refusal(restored.clone().update({ deleted_at: null, quantity: 9 }))).toBe(NOT_ENOUGH)
      expect(await refusal(restored.clone().update({ deleted_at: null }))).toBe("granted")
      expect(await level.read()).toMatchObject({ stocked: 10, reserved: 18 })
      expect(await shortfalls()).toMatchObject([{ quantity: "8" }])
    })

    it("is none where backorder is allowed that far", async () => {
      await booted.connection("product_variant").update({ allow_backorder: true })
      await booted.availability.setPolicy({ product_id: book.id, backorder_limit: 3 })
      await level.stock(5)
      expect(await shortfalls()).toEqual([])
      await level.stock(4)
      expect(await shortfalls()).toMatchObject([{ quantity: "1" }])
    })
  })

  describe("modes", () => {
    it("observe grants what it would refuse, records it, and keeps reserved_quantity", async () => {
      await booted.stock.setGuardMode("observe")
      await level.reserve(12)
      expect(await booted.connection("guard_observation")).toMatchObject([
        { code: "insufficient_inventory", requested: "12", available: "10", location_id: location },
      ])
      expect(await level.read()).toMatchObject({ reserved: 12 })
      await booted.stock.setGuardMode("enforce")
      expect(await refusal(level.reserve(1))).toBe(NOT_ENOUGH)
    })

    it("off lets core's literal pass, keeps the ledger, and knows what is promised when it is on again", async () => {
      await booted.stock.setGuardMode("off")
      await level.reserve(7)
      expect(await level.read()).toMatchObject({ reserved: 0 })
      await booted.connection("inventory_level").update({ reserved_quantity: 2 })
      expect(await level.read()).toMatchObject({ reserved: 2 })
      expect((await level.movements()).at(-1)).toEqual(["reserve", 0, 2])
      await booted.stock.setGuardMode("enforce")
      expect(await refusal(level.reserve(4))).toBe(NOT_ENOUGH)
      expect(await refusal(level.reserve(3))).toBe("granted")
    })

    it("refuses a mode that is none", async () => {
      await expect(booted.stock.setGuardMode("strict" as never)).rejects.toMatchObject({
        code: "invalid_mode",
      })
      expect(await booted.stock.retrieveGuardMode()).toBe("enforce")
    })
  })

  it("breaks no write when core renames a column that it reads", async () => {
    await level.reserve(1)
    await booted.connection.raw(
      "alter table inventory_level rename column incoming_quantity to expected_quantity"
    )
    await expect(level.stock(20)).resolves.toBeUndefined()
    await expect(level.reserve(1)).resolves.toBeDefined()
    await booted.connection.raw(
      "alter table inventory_level rename column reserved_quantity to promised_quantity"
    )
    await expect(level.stock(20)).resolves.toBeUndefined()
    await booted.connection.raw("alter table reservation_item rename column quantity to units")
    await expect(booted.connection("reservation_item").delete()).resolves.toBeDefined()
  })
})
