import { codeOf } from "../support/code-of"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"
import { Level } from "../support/stock"

runWithShop((booted) => {
  let location: string
  let channel: string
  let book: Book
  let other: Book
  let level: Level

  beforeAll(async () => {
    const shop = await booted.shop.open()
    ;({ location, channel } = shop)
    book = await booted.shop.book({ channels: [channel], stock: { [location]: 10 } })
    other = await booted.shop.book({ channels: [channel], stock: { [location]: 5 } })
    level = new Level(booted.connection, book.inventory_item_id, location)
  })
  afterEach(() => assertInvariants(booted.connection))

  const row = (adjustment: number, more: object = {}, of = book) => ({
    inventory_item_id: of.inventory_item_id,
    location_id: location,
    adjustment,
    ...more,
  })
  const lastMovement = (of = book) =>
    booted
      .connection("stock_movement")
      .where({ inventory_item_id: of.inventory_item_id })
      .orderBy("id", "desc")
      .first("kind", "reason", "note", "reference_type", "reference_id")

  it("adds to the stock or takes from it, and tells the ledger why", async () => {
    const { adjusted } = await booted.stock.adjustInventory([
      row(5, { reason: "received", note: "two boxes" }),
    ])
    expect(adjusted).toEqual([{ ...row(5), reason: "received", stocked_quantity: 15, reserved_quantity: 0 }])
    expect(await lastMovement()).toMatchObject({ kind: "adjust", reason: "received", note: "two boxes" })
    await booted.stock.adjustInventory([row(-3)])
    expect(await lastMovement()).toMatchObject({ kind: "adjust", reason: "correction", note: null })
    expect(await level.read()).toMatchObject({ stocked: 12 })
  })

  it("keeps a reason that is none of the ledger's as the note of `other`", async () => {
    await booted.stock.adjustInventory([row(-1, { reason: "eaten by mice", note: "shelf 4" })])
    expect(await lastMovement()).toMatchObject({ reason: "other", note: "eaten by mice: shelf 4" })
  })

  it("gives each row its own reason, and the whole's where it has none", async () => {
    const rows = [row(1, { reason: "found", reference: { type: "count", id: "c1" } }), row(-1, {}, other)]
    await booted.stock.adjustInventory(rows, { reason: "damaged", note: "water" })
    expect(await lastMovement()).toMatchObject({ reason: "found", note: null, reference_id: "c1" })
    expect(await lastMovement(other)).toMatchObject({ reason: "damaged", note: "water", reference_id: null })
  })

  it("does not go below what is promised or held, unless it may", async () => {
    await booted.stock.createReservation({ ...at(), quantity: 4 })
    await booted.stock.createReservation({ ...at(), quantity: 3, ttl_seconds: 60 })
    await expect(booted.stock.adjustInventory([row(-4)])).rejects.toMatchObject({
      code: "insufficient_inventory",
      about: { requested: 4, available: 3 },
    })
    await booted.stock.adjustInventory([row(-3)])
    await booted.stock.adjustInventory([row(-5)], { allow_shortfall: true })
    expect(await level.read()).toMatchObject({ stocked: 2, reserved: 4 })
    expect(await booted.stock.listShortfalls()).toMatchObject({ count: 1 })
  })

  it("goes as far below what is promised as may be owed, whether that is reserved or held", async () => {
    const owing = await booted.shop.book({ stock: { [location]: 3 }, allow_backorder: true })
    await booted.availability.setPolicy({ product_id: owing.id, backorder_limit: 3 })
    const where = { inventory_item_id: owing.inventory_item_id, location_id: location }
    await booted.stock.createReservation({ ...where, quantity: 4, allow_backorder: true, ttl_seconds: 60 })
    await expect(booted.stock.adjustInventory([row(-3, {}, owing)])).rejects.toMatchObject({
      about: { requested: 3, available: 2 },
    })
    expect(await codeOf(booted.stock.adjustInventory([row(-2, {}, owing)]))).toBe("done")
  })

  it("never goes below zero", async () => {
    expect(await codeOf(booted.stock.adjustInventory([row(-11)], { allow_shortfall: true }))).toBe(
      "negative_stock"
    )
  })

  it("does nothing where the stock is not what the caller saw", async () => {
    expect(await codeOf(booted.stock.adjustInventory([row(1, { expected_quantity: 9 })]))).toBe(
      "stale_quantity"
    )
    expect(await codeOf(booted.stock.adjustInventory([row(1, { expected_quantity: 10 })]))).toBe("done")
    expect(await level.read()).toMatchObject({ stocked: 11 })
  })

  it("does all rows or none, or those that it can and reports the others", async () => {
    const nowhere = { ...row(1), location_id: "sloc_nowhere" }
    const rows = [row(1), nowhere, row(-6, {}, other)]
    expect(await codeOf(booted.stock.adjustInventory(rows))).toBe("unknown_level")
    expect(await level.read()).toMatchObject({ stocked: 10 })
    const { adjusted, failed } = await booted.stock.adjustInventory(rows, { on_error: "skip" })
    expect(adjusted.map(({ stocked_quantity }) => stocked_quantity)).toEqual([11])
    expect(failed.map(({ row, code }) => [row, code])).toEqual([
      [1, "unknown_level"],
      [2, "negative_stock"],
    ])
  })

  it("takes 10,000 rows at once, and not one more", async () => {
    const rows = await manyLevels(10_000)
    const { adjusted } = await booted.stock.adjustInventory(rows)
    expect(adjusted).toHaveLength(10_000)
    expect(adjusted[9_999]).toMatchObject({ stocked_quantity: 4, reason: "other" })
    expect(await codeOf(booted.stock.adjustInventory([...rows, row(1)]))).toBe("too_many_rows")
    expect(await codeOf(booted.stock.adjustInventory([]))).toBe("too_many_rows")
  })

  it("is done once under one key", async () => {
    const asking = { idempotency_key: "k1" }
    const first = await booted.stock.adjustInventory([row(1)], {}, asking)
    expect(await booted.stock.adjustInventory([row(1)], {}, asking)).toEqual(first)
    expect(await level.read()).toMatchObject({ stocked: 11 })
  })

  it.each([
    ["NaN", { adjustment: Number.NaN }, "invalid_quantity"],
    ["infinity", { adjustment: Number("1e400") }, "invalid_quantity"],
    ["half a book", { adjustment: 0.5 }, "invalid_quantity"],
    ["nothing", { adjustment: 0 }, "invalid_quantity"],
    ["an item without id", { inventory_item_id: "" }, "invalid_adjustment"],
    ["a note of 10 kB and more", { note: "x".repeat(10_001) }, "invalid_adjustment"],
    ["a reference of no known kind", { reference: { type: "whim", id: "1" } }, "invalid_adjustment"],
    ["a field that does not exist", { price: 3 }, "invalid_adjustment"],
  ])("refuses %s, and does nothing of the rest", async (_, wrong, code) => {
    expect(await codeOf(booted.stock.adjustInventory([row(1, {}, other), row(1, wrong)]))).toBe(code)
    expect(await level.read()).toMatchObject({ stocked: 10 })
  })

  it("refuses two rows of one level", async () => {
    expect(await codeOf(booted.stock.adjustInventory([row(1), row(2)]))).toBe("duplicate_row")
  })

  const at = () => ({ inventory_item_id: book.inventory_item_id, location_id: location })

  /** Levels by raw SQL; each row has a reason of its own. */
  async function manyLevels(count: number) {
    await booted.connection.raw(
      "insert into inventory_item (id, sku) select 'iitem_' || n, 'sku ' || n from generate_series(1, ?) n",
      [count]
    )
    await booted.connection.raw(
      `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity,
         reserved_quantity, raw_reserved_quantity, incoming_quantity, raw_incoming_quantity)
       select 'ilev_' || n, 'iitem_' || n, :location, 3, '{"value": "3"}', 0, '{"value": "0"}', 0, '{"value": "0"}'
       from generate_series(1, :count) n`,
      { location, count }
    )
    return Array.from({ length: count }, (_, n) => ({
      ...row(1, { reason: `row ${n}` }),
      inventory_item_id: `iitem_${n + 1}`,
    }))
  }
})
