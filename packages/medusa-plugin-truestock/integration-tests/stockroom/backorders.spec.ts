import { Modules } from "@medusajs/framework/utils"
import { eventually } from "../support/eventually"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let location: string
  let book: Book

  beforeAll(async () => {
    // The drain rests while the database is copied for the tests.
    await booted.availability.__hooks.onApplicationPrepareShutdown()
    const shop = await booted.shop.open()
    location = shop.location
    book = await booted.shop.book({
      ...{ channels: [shop.channel], stock: { [location]: 2 }, allow_backorder: true },
    })
    await booted.availability.setPolicy({ product_id: book.id, backorder_limit: 10 })
  })
  afterEach(() => assertInvariants(booted.connection))

  const at = () => ({ inventory_item_id: book.inventory_item_id, location_id: location })
  const promise = async (quantity: number, line_item_id: string) =>
    (await booted.stock.createReservation({ ...at(), quantity, line_item_id, allow_backorder: true })).id
  const receive = (quantity: number) => booted.stock.receiveInventory([{ ...at(), quantity }])
  /** What is owed of each line; what has been seen is then old enough to be no passing moment. */
  const owed = async () => {
    await booted.stock.allocateBackorders()
    const { backorders } = await booted.stock.listBackorders()
    await booted
      .connection("inventory_backorder")
      .whereIn(
        "reservation_id",
        backorders.map((b) => b.reservation_id)
      )
      .update({ opened_at: booted.connection.raw("opened_at - interval '1 minute'") })
    return backorders.map((b) => [b.line_item_id, b.owed_quantity])
  }

  it("are promises beyond the stock, down to the limit and no further", async () => {
    await promise(1, "covered")
    await promise(4, "first")
    await promise(7, "second")
    await expect(promise(1, "too much")).rejects.toMatchObject({ code: "insufficient_inventory" })
    await eventually(async () => {
      expect(await owed()).toEqual([
        ["first", 3],
        ["second", 7],
      ])
    })
  })

  it("are filled oldest first when stock arrives, each told once", async () => {
    const told: any[] = []
    booted.container
      .resolve(Modules.EVENT_BUS)
      .subscribe("inventory.backorder_filled", async (event: { data: unknown }) => void told.push(event.data))
    await promise(2, "covered")
    const first = await promise(3, "first")
    await promise(4, "second")
    await eventually(async () => expect(await owed()).toHaveLength(2))
    await receive(2)
    await eventually(async () =>
      expect(await owed()).toEqual([
        ["first", 1],
        ["second", 4],
      ])
    )
    expect(told).toEqual([])
    await receive(2)
    await eventually(async () => expect(await owed()).toEqual([["second", 3]]))
    await eventually(async () =>
      expect(told).toEqual([{ reservation_id: first, line_item_id: "first", ...at(), quantity: 3 }])
    )
    await receive(3)
    await eventually(async () => expect(told.map((t) => t.line_item_id)).toEqual(["first", "second"]))
    expect(await owed()).toEqual([])
    expect(await booted.stock.listBackorders({ status: "filled" })).toMatchObject({
      ...{ count: 2, backorders: [{ owed_quantity: 0, filled_at: expect.any(Date) }, {}] },
    })
  })

  it("are filled, too, by what an older promise gives back, and end with their own", async () => {
    const covered = await promise(2, "covered")
    await promise(2, "first")
    const second = await promise(1, "second")
    await eventually(async () => expect(await owed()).toHaveLength(2))
    await booted.stock.releaseReservation(covered)
    await eventually(async () => expect(await owed()).toEqual([["second", 1]]))
    await booted.stock.releaseReservation(second)
    await eventually(async () => expect(await owed()).toEqual([]))
    expect(await booted.stock.listBackorders({ status: "filled" })).toMatchObject({
      ...{ count: 1, backorders: [{ line_item_id: "first" }] },
    })
  })

  it("know when expected deliveries will cover them", async () => {
    await promise(5, "first")
    await promise(4, "second")
    await promise(1, "third")
    await eventually(async () => expect(await owed()).toHaveLength(3))
    const delivery = (quantity: number, expected_at?: string) => ({ ...at(), quantity, expected_at })
    await booted.stock.expectInventory([
      delivery(5, "2030-02-01T00:00:00Z"),
      delivery(2, "2030-01-01T00:00:00Z"),
      delivery(9),
    ])
    const { backorders } = await booted.stock.listBackorders()
    expect(backorders.map((b) => b.expected_at?.toISOString().slice(0, 10) ?? null)).toEqual([
      ...["2030-02-01", "2030-02-01", null],
    ])
  })

  it("do not appear for the moment in which core has lowered the stock of what it fulfils", async () => {
    const firm = await promise(1, "fulfilled")
    await promise(1, "next")
    await booted.inventory.adjustInventory(book.inventory_item_id, location, -1)
    await booted.stock.allocateBackorders()
    await booted.inventory.deleteReservationItems([firm])
    await eventually(async () => {
      await booted.stock.allocateBackorders()
      expect(await booted.connection("inventory_backorder")).toEqual([])
    })
  })
})
