import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockLevels } from "../../src/modules/inventory_management/lock-first/lock-levels"
import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"
import { untilWaiting } from "../support/until-waiting"

runWithShop((booted) => {
  let location: string
  let item: string
  let level: Level

  beforeAll(async () => {
    const shop = await booted.shop.open()
    location = shop.location
    const book = await booted.shop.book({ channels: [shop.channel], stock: { [location]: 50 } })
    item = book.inventory_item_id
    level = new Level(booted.connection, item, location)
  })

  const line = (quantity: number, more = {}) => ({
    inventory_item_id: item,
    location_id: location,
    quantity,
    ...more,
  })
  const reserve = (quantity: number, more = {}) =>
    booted.inventory.createReservationItems([line(quantity, more)]).then(([made]) => made!.id)
  const NOT_ENOUGH = {
    type: "not_allowed",
    message: expect.stringMatching(/^Not enough stock available for item/),
  }

  it("is on every method of the live instance that reads quantities and writes them back", () => {
    const state = booted.stock.inspectLockFirst()
    expect(Object.keys(state)).toHaveLength(12)
    expect(new Set(Object.values(state))).toEqual(new Set(["locks_first"]))
  })

  describe("two callers at once", () => {
    it("lose no decrement: the second reads after the first has committed", async () => {
      const first = await booted.connection.transaction()
      await lockLevels(first, { levels: [line(0)] }, {})
      const second = booted.inventory.adjustInventory(item, location, -1)
      await untilWaiting(booted.connection)
      await first("inventory_level").update({ stocked_quantity: 40, raw_stocked_quantity: { value: "40" } })
      await first.commit()
      await second
      expect(await level.read()).toMatchObject({ stocked: 39 })
    })

    it("promise no unit twice: the second checks after the first has committed", async () => {
      const first = await booted.connection.transaction()
      await lockLevels(first, { levels: [line(0)] }, {})
      const second = reserve(50).catch((error: unknown) => error)
      await untilWaiting(booted.connection)
      await level.on(first).reserve(1)
      await first.commit()
      expect(await second).toMatchObject(NOT_ENOUGH)
      expect(await level.read()).toMatchObject({ reserved: 1 })
    })

    it("queue for the levels in one order, whatever the order of their lines", async () => {
      const other = (await booted.shop.book({ stock: { [location]: 50 } })).inventory_item_id
      const lines = [line(1), line(1, { inventory_item_id: other })]
      const rounds = Array.from({ length: 40 }, (_, i) =>
        booted.inventory.createReservationItems(i % 2 ? lines : [...lines].reverse())
      )
      const ends = await Promise.allSettled(rounds)
      expect(ends.filter((end) => end.status === "rejected")).toEqual([])
      expect(await level.read()).toMatchObject({ reserved: 40 })
    })

    it("change reservations and raw SQL the same ones, and neither deadlocks", async () => {
      const ids = await Promise.all([reserve(1), reserve(1), reserve(1)])
      const ends = await Promise.allSettled(
        Array.from({ length: 30 }, (_, i) =>
          i % 2
            ? booted.inventory.updateReservationItems(ids.map((id) => ({ id, quantity: 1 + (i % 5) })))
            : booted.connection("reservation_item").update({ quantity: 1 + (i % 3) })
        )
      )
      expect(ends.filter((end) => end.status === "rejected")).toEqual([])
      const { reserved } = await level.read()
      expect(reserved).toBe(await level.promised())
    })
  })

  describe("core's check", () => {
    it("adds up the lines of one level", async () => {
      const lines = [line(30), line(30)]
      await expect(booted.inventory.createReservationItems(lines)).rejects.toMatchObject(NOT_ENOUGH)
      await booted.inventory.createReservationItems([line(30), line(20)])
      expect(await level.read()).toMatchObject({ reserved: 50 })
    })

    it("lets a reservation shrink where available is below zero, as while it is being fulfilled", async () => {
      const id = await reserve(50)
      await booted.inventory.adjustInventory(item, location, -20)
      await booted.inventory.updateReservationItems([{ id, quantity: 30 }])
      expect(await level.read()).toMatchObject({ stocked: 30, reserved: 30 })
    })

    it("is made where a reservation moves to, and the units it leaves are free", async () => {
      const other = await booted.shop.location()
      await booted.shop.level(item, other, 3)
      const there = new Level(booted.connection, item, other)
      const id = await reserve(5)
      const move = (quantity?: number) =>
        booted.inventory.updateReservationItems([{ id, location_id: other, ...(quantity && { quantity }) }])
      await expect(move()).rejects.toMatchObject(NOT_ENOUGH)
      await move(3)
      expect([(await level.read()).reserved, (await there.read()).reserved]).toEqual([0, 3])
    })

    it("grants backorders beyond what is there", async () => {
      await booted.connection("product_variant").update({ allow_backorder: true })
      await reserve(80, { allow_backorder: true })
      expect(await level.read()).toMatchObject({ reserved: 80 })
    })
  })

  it.each([
    ["NaN", NaN],
    ["1e400", Infinity],
    ["no units", 0],
    ["less than none", -3],
  ])("refuses a reservation of %s with invalid_quantity, and changes nothing", async (_, quantity) => {
    const wrong = { type: "invalid_data", code: "invalid_quantity" }
    await expect(reserve(quantity)).rejects.toMatchObject(wrong)
    const id = await reserve(1)
    await expect(booted.inventory.updateReservationItems([{ id, quantity }])).rejects.toMatchObject(wrong)
    expect(await level.read()).toMatchObject({ reserved: 1 })
    expect(await level.promised()).toBe(1)
  })

  it("keeps core's own refusal of a level that does not exist", async () => {
    await expect(reserve(1, { location_id: "sloc_nowhere" })).rejects.toMatchObject({
      type: "not_found",
      message: `Item ${item} is not stocked at location sloc_nowhere`,
    })
  })

  it("refuses an inactive location by name", async () => {
    await booted.stock.createInventoryLocations({ location_id: location, is_active: false })
    await expect(reserve(1)).rejects.toMatchObject({ type: "not_allowed", code: "inactive_location" })
    expect(await level.promised()).toBe(0)
  })

  it("deletes, soft-deletes and restores by id, line item and location, and counts each once", async () => {
    const { inventory } = booted
    const reserved = async () => (await level.read()).reserved
    const [one, two] = [await reserve(1), await reserve(2, { line_item_id: "ordli_2" })]
    await reserve(4)
    await inventory.softDeleteReservationItems([one])
    expect(await reserved()).toBe(6)
    await inventory.restoreReservationItems([one])
    // Core adds the units of a restored reservation again although they were never gone.
    await inventory.restoreReservationItems([one])
    expect(await reserved()).toBe(7)
    await inventory.deleteReservationItemsByLineItem("ordli_2")
    expect(await reserved()).toBe(5)
    await inventory.restoreReservationItemsByLineItem("ordli_2")
    expect(await reserved()).toBe(7)
    await inventory.deleteReservationItems([two])
    expect(await reserved()).toBe(5)
    await inventory.deleteReservationItemByLocationId(location)
    expect(await reserved()).toBe(0)
    expect(await level.promised()).toBe(0)
  })

  it("joins its caller's transaction: all is undone with it, and what follows is not written in its name", async () => {
    const service = booted.inventory as unknown as {
      baseRepository_: { transaction: (work: (tm: never) => Promise<void>) => Promise<void> }
    }
    const within = (end: (tm: never) => Promise<void>) =>
      service.baseRepository_.transaction(async (transactionManager) => {
        const context = { transactionManager, eventGroupId: "group_1" }
        await booted.inventory.adjustInventory(item, location, -7, context)
        await booted.inventory.createReservationItems([line(3)], context)
        await end(transactionManager)
      })
    await expect(
      within(async () => {
        throw new Error("later")
      })
    ).rejects.toThrow("later")
    expect(await level.read()).toMatchObject({ stocked: 50, reserved: 0 })

    await within(async (tm) => {
      const sql = "update inventory_level set stocked_quantity = 60"
      await (tm as { getTransactionContext: () => Knex }).getTransactionContext().raw(sql)
    })
    const rows = await booted.connection("stock_movement").whereNot({ kind: "create" }).orderBy("id")
    expect(rows.map(({ kind, correlation_id }) => [kind, correlation_id])).toEqual([
      ["adjust", "group_1"],
      ["reserve", "group_1"],
      ["set", null],
    ])
  })

  it("leaves nothing of a refused call to what its transaction does next", async () => {
    const service = booted.inventory as unknown as {
      baseRepository_: { transaction: (work: (tm: never) => Promise<void>) => Promise<void> }
    }
    const attempt = service.baseRepository_.transaction(async (transactionManager) => {
      const idempotencyKey = "order:1:reserve:compensate"
      const context = { transactionManager, eventGroupId: "group_1", idempotencyKey }
      const elsewhere = booted.inventory.createReservationItems(
        [line(1, { location_id: "sloc_nowhere" })],
        context
      )
      await expect(elsewhere).rejects.toMatchObject({ type: "not_found" })
      const tx = (transactionManager as { getTransactionContext: () => Knex }).getTransactionContext()
      await level.on(tx).reserve(500)
    })
    await expect(attempt).rejects.toMatchObject({ hint: "insufficient_inventory" })
  })

  it("accepts what a workflow takes back, also where its transaction's id has colons", async () => {
    await reserve(50)
    const context = { idempotencyKey: "complete-cart:cart:1:reserve:compensate" }
    await booted.inventory.createReservationItems([line(5)], context as never)
    expect(await level.read()).toMatchObject({ reserved: 55 })
  })

  it("writes a level's edit as it is given: the last one wins, with before and after on record", async () => {
    const edits = [30, 70].map((stocked_quantity) =>
      booted.inventory.updateInventoryLevels([
        { inventory_item_id: item, location_id: location, stocked_quantity },
      ])
    )
    await Promise.all(edits)
    const { stocked } = await level.read()
    const [, first, second] = await booted.connection("stock_movement").orderBy("id")
    expect([first.kind, second.kind]).toEqual(["set", "set"])
    expect(Number(second.stocked_balance)).toBe(stocked)
    expect(Number(second.stocked_balance) - Number(second.stocked_delta)).toBe(Number(first.stocked_balance))
  })
})
