import { codeOf } from "../support/code-of"
import { assertInvariants } from "../support/invariants"
import { eachLevel } from "../support/level-quantities"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let location: string
  let book: Book
  let other: Book
  let third: Book

  beforeAll(async () => {
    // The drain rests while the database is copied for the tests.
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const shop = await booted.shop.open()
    location = shop.location
    const stocked = (units: number) =>
      booted.shop.book({ channels: [shop.channel], stock: { [location]: units } })
    book = await stocked(10)
    other = await stocked(5)
    third = await stocked(2)
  })
  afterEach(() => assertInvariants(booted.connection))

  const open = async () => (await booted.stock.openCount({ location_id: location, note: "autumn" })).id
  const counted = (counted_quantity: number | null, of = book) => ({
    inventory_item_id: of.inventory_item_id,
    counted_quantity,
  })
  const stocked = async (of = book) =>
    (await eachLevel(booted.connection, of.inventory_item_id))[location]![0]
  const adjust = (adjustment: number, of = book) =>
    booted.stock.adjustInventory([
      { inventory_item_id: of.inventory_item_id, location_id: location, adjustment },
    ])

  it("adds what was found and takes what is missing, and leaves alone what moved since", async () => {
    const id = await open()
    await booted.stock.enterCount(id, [counted(12), counted(4, other), counted(2, third)])
    await adjust(-3)
    await adjust(10, other)
    const { lines, count } = await booted.stock.listCountLines({ count_id: id, show: "differing" })
    expect(count).toBe(2)
    expect(lines.find((l) => l.inventory_item_id === book.inventory_item_id)).toMatchObject({
      ...{ counted_quantity: 12, expected_quantity: 10, difference: 2, stocked_quantity: 7 },
    })
    expect(await booted.stock.postCount(id)).toMatchObject({
      ...{ status: "posted", counted_lines: 3, differing_lines: 2, found_quantity: 2, missing_quantity: 1 },
    })
    expect([await stocked(), await stocked(other), await stocked(third)]).toEqual([9, 14, 2])
    const movements = await booted
      .connection("stock_movement")
      .where({ reference_type: "count", reference_id: id })
      .orderBy("stocked_delta")
      .select("kind", "reason", "note", "stocked_delta")
    expect(movements).toEqual([
      { kind: "count", reason: "count", note: "autumn", stocked_delta: "-1" },
      { kind: "count", reason: "count", note: "autumn", stocked_delta: "2" },
    ])
  })

  it("counts an item anew against the books of then, or takes it out", async () => {
    const id = await open()
    await booted.stock.enterCount(id, [counted(8), counted(1, other)], "user_1")
    await adjust(-1)
    await booted.stock.enterCount(id, [counted(9), counted(null, other)])
    const { lines } = await booted.stock.listCountLines({ count_id: id })
    expect(lines).toMatchObject([{ counted_quantity: 9, expected_quantity: 9, difference: 0 }])
    await booted.stock.postCount(id)
    expect([await stocked(), await stocked(other)]).toEqual([9, 5])
  })

  it("tells what has not been counted yet", async () => {
    const id = await open()
    await booted.stock.enterCount(id, [counted(10)])
    const left = await booted.stock.listCountLines({ count_id: id, show: "uncounted", limit: 1 })
    expect([left.count, left.lines.length]).toEqual([2, 1])
    expect(await booted.stock.listCountLines({ count_id: id, show: "all", offset: 9 })).toEqual({
      ...{ lines: [], count: 3 },
    })
    await booted.stock.cancelCount(id)
    expect((await booted.stock.listCountLines({ count_id: id, show: "uncounted" })).count).toBe(0)
  })

  it("takes what is missing for a fact, also where it was promised", async () => {
    await booted.stock.createReservation({
      ...{ inventory_item_id: book.inventory_item_id, location_id: location, quantity: 9 },
    })
    const id = await open()
    await booted.stock.enterCount(id, [counted(7)])
    await booted.stock.postCount(id)
    expect(await stocked()).toBe(7)
    expect(await booted.stock.listShortfalls()).toMatchObject({ count: 1, shortfalls: [{ quantity: 2 }] })
  })

  it("finds what the books knew nothing of at this location", async () => {
    const stray = await booted.shop.book({})
    const id = await open()
    await booted.stock.enterCount(id, [counted(3, stray)])
    await booted.stock.postCount(id)
    expect(await stocked(stray)).toBe(3)
  })

  it("refuses to post where fewer than none would be left, and can be mended", async () => {
    const id = await open()
    await booted.stock.enterCount(id, [counted(4), counted(0, third)])
    await adjust(-9)
    expect(await codeOf(booted.stock.postCount(id))).toBe("negative_stock")
    expect(await stocked(third)).toBe(2)
    await booted.stock.enterCount(id, [counted(1)])
    expect(await codeOf(booted.stock.postCount(id))).toBe("done")
    expect([await stocked(), await stocked(third)]).toEqual([1, 0])
  })

  it("is posted once, and takes nothing more after that", async () => {
    const id = await open()
    await booted.stock.enterCount(id, [counted(7)])
    const post = () => codeOf(booted.stock.postCount(id))
    expect((await Promise.all([post(), post(), post()])).sort()).toEqual([
      "count_closed",
      "count_closed",
      "done",
    ])
    expect(await stocked()).toBe(7)
    expect(await codeOf(booted.stock.enterCount(id, [counted(1)]))).toBe("count_closed")
    expect(await codeOf(booted.stock.cancelCount(id))).toBe("count_closed")
  })

  it("refuses what makes no sense", async () => {
    const id = await open()
    const enter = (...lines: object[]) => codeOf(booted.stock.enterCount(id, lines as never))
    expect(await enter(counted(-1))).toBe("invalid_quantity")
    expect(await enter(counted(NaN))).toBe("invalid_quantity")
    expect(await enter(counted(1.5))).toBe("invalid_quantity")
    expect(await enter()).toBe("invalid_count")
    expect(await enter(counted(1), counted(2))).toBe("duplicate_row")
    expect(await enter(counted(1), { inventory_item_id: "iitem_none", counted_quantity: 1 })).toBe(
      "item_not_found"
    )
    expect(await codeOf(booted.stock.openCount({ location_id: "sloc_nowhere" }))).toBe("unknown_location")
    expect(await codeOf(booted.stock.postCount("scount_none"))).toBe("count_not_found")
    expect((await booted.stock.listCounts({ status: "open" })).counts).toMatchObject([
      { id, counted_lines: 0 },
    ])
  })
})
