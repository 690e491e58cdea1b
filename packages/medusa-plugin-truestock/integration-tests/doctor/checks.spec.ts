import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"
import type { Book } from "../support/shop"
import { complaints, examine, hoursPass, levelOf, rest, twin, unseen } from "./examine"
import { placeOrder } from "./place-order"

runWithShop((booted) => {
  let place: { channel: string; location: string }
  let book: Book
  let other: Book

  beforeAll(async () => {
    const { shop, availability } = booted
    place = await shop.open()
    book = await shop.book({ channels: [place.channel], stock: { [place.location]: 10 } })
    other = await shop.book({ channels: [place.channel], stock: { [place.location]: 10 } })
    await availability.drain()
  })

  const reserve = (quantity: number, more: object = {}) =>
    booted.inventory.createReservationItems([
      { inventory_item_id: book.inventory_item_id, location_id: place.location, quantity, ...more },
    ])
  const level = () => levelOf(booted.connection, book.inventory_item_id)
  const named = async (check: string) => {
    const found = await complaints(booted)
    expect(Object.keys(found)).toContain(check)
    return found[check]!
  }

  it("finds nothing wrong with a shop that sells, fulfils and restocks", async () => {
    const order = await placeOrder(booted, book, 4, place)
    await order.fulfil(3)
    await reserve(2)
    await booted.inventory.adjustInventory(book.inventory_item_id, place.location, 5)
    await booted.availability.drain()
    await hoursPass(booted.connection, 1)
    expect(await complaints(booted)).toEqual({})
    const health = await examine(booted)
    expect(health).toMatchObject({ status: "ok", guard_mode: "enforce" })
    expect(health.checks).toHaveLength(25)
    expect(new Set(health.checks.map(({ status }) => status))).toEqual(new Set(["ok"]))
  })

  it("leaves what reads whole tables to the deep look", async () => {
    await unseen(booted.connection, (tx) => tx("inventory_level").update({ stocked_quantity: 3 }))
    const health = await examine(booted, false)
    expect(health.status).toBe("ok")
    expect(health.checks.filter(({ status }) => status === "skipped").map(({ name }) => name)).toEqual([
      ...["ledger_opened", "ledger_balance", "ledger_chain", "reserved_quantity", "floor", "holds_end_once"],
      "raw_quantities",
      ...["negative_quantities", "incoming_quantity", "orphan_reservations"],
      ...["orders_against_movements", "unmatched_movements"],
      ...["read_model", "listing_counts"],
    ])
  })

  describe("the triggers", () => {
    beforeEach(() => rest(booted))

    it.each([
      ["guard_triggers", "truestock_ledger_update", "inventory_level"],
      ["guard_triggers", "truestock_guard_insert", "reservation_item"],
      ["feed_triggers", "truestock_feed_update", "product_variant"],
    ])("%s: names one that is gone (%s)", async (check, trigger, table) => {
      await booted.connection.raw(`drop trigger ${trigger} on ${table}`)
      expect(await named(check)).toMatchObject({
        status: "error",
        count: 1,
        examples: [`trigger ${trigger} on ${table} is missing or disabled`],
      })
    })

    it("names one that is disabled", async () => {
      await booted.connection.raw("alter table inventory_level disable trigger truestock_level_row")
      expect((await named("guard_triggers")).examples).toEqual([
        "trigger truestock_level_row on inventory_level is missing or disabled",
      ])
    })

    it("names one of an older version", async () => {
      await booted.connection.raw(
        "comment on trigger truestock_guard_update on reservation_item is 'truestock guard v0'"
      )
      await booted.connection.raw("comment on function truestock_promise is null")
      const { examples } = await named("guard_triggers")
      expect(examples).toHaveLength(2)
      expect(examples![0]).toMatch(/^function truestock_promise is v0, not v\d+$/)
      expect(examples![1]).toMatch(/^trigger truestock_guard_update on reservation_item is v0, not v\d+$/)
    })

    it("is content with newer ones, and says so", async () => {
      await booted.connection.raw(
        "comment on trigger truestock_guard_update on reservation_item is 'truestock guard v999'"
      )
      expect(await named("guard_triggers")).toMatchObject({ status: "warning" })
    })

    it("names the one without which movements could be changed (I11)", async () => {
      await booted.connection.raw("alter table stock_movement disable trigger truestock_immutable")
      expect(await named("movements_immutable")).toMatchObject({
        status: "error",
        examples: ["trigger truestock_immutable on stock_movement is missing or disabled"],
      })
    })
  })

  it("names a column of core's that is gone, and what cannot be checked without it", async () => {
    await booted.connection.raw("alter table inventory_level rename column incoming_quantity to expected")
    const found = await complaints(booted)
    expect(found.core_columns).toMatchObject({
      status: "error",
      examples: ["inventory_level.incoming_quantity"],
    })
    expect(found.ledger_balance).toMatchObject({
      status: "error",
      summary: expect.stringContaining("Could not be checked: column l.incoming_quantity does not exist"),
    })
    expect(found.reserved_quantity).toBeUndefined()
  })

  it("tells what the guard would have refused while it only observes", async () => {
    await booted.stock.setGuardMode("observe")
    await new Level(booted.connection, book.inventory_item_id, place.location).reserve(12)
    expect(await named("guard_mode")).toMatchObject({
      ...{ status: "warning", count: 1 },
      examples: [expect.stringMatching(/^insufficient_inventory: 12 of item .*, 10 available$/)],
    })
  })

  it.each(["observe", "off"] as const)("warns of mode %s", async (mode) => {
    await booted.stock.setGuardMode(mode)
    expect(await named("guard_mode")).toMatchObject({ status: "warning" })
    expect((await examine(booted, false)).guard_mode).toBe(mode)
  })

  it("names a method of the live inventory service that does not lock first", async () => {
    const prototype = Object.getPrototypeOf(booted.inventory)
    const ours = Object.getOwnPropertyDescriptor(prototype, "adjustInventory_")!
    Object.defineProperty(prototype, "adjustInventory_", { ...ours, value: async () => undefined })
    try {
      expect(await named("lock_first")).toMatchObject({ status: "error", examples: ["adjustInventory_"] })
    } finally {
      Object.defineProperty(prototype, "adjustInventory_", ours)
    }
  })

  describe("the ledger", () => {
    it("names a level that changed unseen (I1), and the movement after the gap (I2)", async () => {
      await unseen(booted.connection, (tx) =>
        tx("inventory_level")
          .where({ inventory_item_id: book.inventory_item_id })
          .update({ stocked_quantity: 7, raw_stocked_quantity: twin(7) })
      )
      const { id } = await level()
      const found = await complaints(booted)
      // What the ledger did not see, the change feed did not either.
      expect(Object.keys(found)).toEqual(["ledger_balance", "read_model"])
      expect(found.ledger_balance).toMatchObject({
        status: "error",
        count: 1,
        examples: [
          expect.stringContaining(`level ${id} (item ${book.inventory_item_id} at ${place.location})`),
        ],
      })
      expect(found.ledger_balance!.examples![0]).toContain("stocked 7, the books are -3 off")

      await booted.inventory.adjustInventory(book.inventory_item_id, place.location, 1)
      const after = await complaints(booted)
      expect(Object.keys(after)).toEqual(["ledger_balance", "ledger_chain"])
      const last = await booted.connection("stock_movement").where({ level_id: id }).max("id as id").first()
      expect(after.ledger_chain).toMatchObject({
        count: 1,
        examples: [expect.stringContaining(`movement ${last!.id} (adjust) of level ${id}`)],
      })
    })

    it("names a level that was removed unseen", async () => {
      const { id } = await level()
      await unseen(booted.connection, (tx) => tx("inventory_level").where({ id }).delete())
      expect((await named("ledger_balance")).examples).toEqual([
        expect.stringContaining(
          `level ${id} (item ${book.inventory_item_id} at ${place.location}): stocked 0`
        ),
      ])
    })

    it("counts levels without books apart from wrong ones", async () => {
      await booted.connection("level_guard").delete()
      const found = await complaints(booted)
      expect(Object.keys(found)).toEqual(["ledger_opened"])
      expect(found.ledger_opened).toMatchObject({ status: "warning", count: 2 })
      const { checks } = await examine(booted)
      expect(checks.find(({ name }) => name === "ledger_balance")!.summary).toContain(
        "2 levels are not opened yet"
      )
    })
  })

  describe("the quantities", () => {
    it("names a level whose reserved_quantity is not what is reserved, and whether the guard knows (I3)", async () => {
      await reserve(2)
      await unseen(booted.connection, (tx) =>
        tx("inventory_level")
          .where({ inventory_item_id: book.inventory_item_id })
          .update({ reserved_quantity: 5, raw_reserved_quantity: twin(5) })
      )
      const { id } = await level()
      const before = await complaints(booted)
      expect(before.reserved_quantity).toMatchObject({ status: "error", count: 1 })
      expect(before.reserved_quantity!.examples![0]).toContain(`level ${id} `)
      expect(before.reserved_quantity!.examples![0]).toContain(
        "reserved 5, live reservations 2; drift says 0"
      )
      expect(before.known_drift).toBeUndefined()

      await booted.connection("level_guard").where({ level_id: id }).update({ drift: 3 })
      const after = await complaints(booted)
      expect(after.reserved_quantity!.examples![0]).toContain("the guard knows")
      expect(after.known_drift).toMatchObject({
        status: "warning",
        examples: [expect.stringContaining(`level ${id} (item ${book.inventory_item_id}`)],
      })
    })

    it("names a drift that is none", async () => {
      const { id } = await level()
      await booted.connection("level_guard").where({ level_id: id }).update({ drift: -1 })
      expect((await named("reserved_quantity")).examples).toEqual([expect.stringContaining(`level ${id} `)])
    })

    it("lists a level below its floor, and misses the shortfall that somebody removed (I4)", async () => {
      await reserve(8)
      await booted
        .connection("inventory_level")
        .where({ inventory_item_id: book.inventory_item_id })
        .update({ stocked_quantity: 5, raw_stocked_quantity: twin(5) })
      const { id } = await level()
      const listed = await complaints(booted)
      expect(Object.keys(listed)).toEqual(["shortfalls", "floor"])
      const example = `level ${id} (item ${book.inventory_item_id} at ${place.location}): 3 missing`
      expect(listed.shortfalls).toMatchObject({ status: "warning", count: 1, examples: [example] })
      expect(listed.floor).toMatchObject({ status: "warning", count: 1, examples: [example] })

      await booted.connection("inventory_shortfall").delete()
      expect(await named("floor")).toMatchObject({
        status: "warning",
        examples: [`${example}, the shortfall says nothing`],
      })
    })

    it("names a shortfall of which nobody was told", async () => {
      await booted.stock.__hooks.onApplicationPrepareShutdown()
      await reserve(8)
      await booted
        .connection("inventory_level")
        .where({ inventory_item_id: book.inventory_item_id })
        .update({ stocked_quantity: 5, raw_stocked_quantity: twin(5) })
      expect(Object.keys(await complaints(booted))).not.toContain("unsent_shortfalls")
      await hoursPass(booted.connection, 1)
      expect(await named("unsent_shortfalls")).toMatchObject({ status: "error", count: 1 })
    })

    it("names a level whose JSON twin says otherwise, or nothing", async () => {
      const { id } = await level()
      await booted
        .connection("inventory_level")
        .where({ id })
        .update({ raw_stocked_quantity: twin(4), raw_incoming_quantity: null })
      const { examples } = await named("raw_quantities")
      expect(examples).toEqual([expect.stringContaining("stocked 10 (twin 4), incoming 0 (no twin)")])
      expect(examples![0]).toContain(id)
    })

    it("takes a twin that is no number for a wrong one", async () => {
      await booted
        .connection("inventory_level")
        .update({ raw_stocked_quantity: JSON.stringify({ value: "ten" }) })
      expect(await named("raw_quantities")).toMatchObject({ count: 2 })
    })

    it("names a level with less than nothing reserved", async () => {
      await unseen(booted.connection, (tx) =>
        tx("inventory_level")
          .where({ inventory_item_id: book.inventory_item_id })
          .update({ reserved_quantity: -2 })
      )
      const found = await named("negative_quantities")
      expect(found).toMatchObject({ status: "error", count: 1 })
      expect(found.examples![0]).toContain(`level ${(await level()).id} `)
    })

    it("warns of a level with less than nothing on the shelf", async () => {
      await booted
        .connection("inventory_level")
        .where({ inventory_item_id: book.inventory_item_id })
        .update({ stocked_quantity: -1, raw_stocked_quantity: twin(-1) })
      expect(await named("negative_quantities")).toMatchObject({
        status: "warning",
        examples: [expect.stringContaining("stocked -1")],
      })
    })
  })

  describe("orders", () => {
    it("names reservations whose order is cancelled, or whose line is gone", async () => {
      const order = await placeOrder(booted, book, 2, place)
      const [gone] = await reserve(1, { line_item_id: "ordli_gone" })
      await reserve(1)
      expect((await named("orphan_reservations")).examples).toEqual([
        expect.stringContaining(`reservation ${gone!.id} (its order line ordli_gone is gone)`),
      ])
      await booted.connection("order").where({ id: order.id }).update({ status: "canceled" })
      const found = await named("orphan_reservations")
      expect(found).toMatchObject({ status: "error", count: 2 })
      expect(found.examples!.join()).toContain(`its order ${order.id} is cancelled`)
    })

    it("names a hold that is reserved under the same id, and one that was ended after its time", async () => {
      const hold = (ttl_seconds: number) =>
        booted.stock.createReservation({
          ...{
            inventory_item_id: book.inventory_item_id,
            location_id: place.location,
            quantity: 1,
            ttl_seconds,
          },
        })
      const [both, late] = [await hold(60), await hold(60)]
      expect(Object.keys(await complaints(booted))).not.toContain("holds_end_once")
      await unseen(booted.connection, async (tx) => {
        await tx("reservation_item").insert({
          ...{ id: both.id, inventory_item_id: book.inventory_item_id, location_id: place.location },
          ...{ quantity: 1, raw_quantity: { value: "1", precision: 20 } },
        })
        const ended = { ended_as: "released", ended_at: new Date(Date.now() + 3_600_000) }
        await tx("inventory_hold").where({ id: late.id }).update(ended)
      })
      const { count, examples } = await named("holds_end_once")
      expect([count, examples!.sort().length]).toEqual([2, 2])
      expect(examples!.join()).toContain(`hold ${both.id}`)
    })

    it("names levels of which less is incoming than is announced", async () => {
      await booted.stock.expectInventory([
        { inventory_item_id: book.inventory_item_id, location_id: place.location, quantity: 4 },
      ])
      expect(Object.keys(await complaints(booted))).not.toContain("incoming_quantity")
      await unseen(booted.connection, (tx) => tx("inventory_level").update({ incoming_quantity: 3 }))
      expect(await named("incoming_quantity")).toMatchObject({
        ...{ status: "warning", count: 1, examples: [expect.stringContaining("incoming 3, announced 4")] },
      })
    })

    it("names an order whose fulfilment did not lower stock by what it says", async () => {
      const order = await placeOrder(booted, book, 4, place)
      await order.fulfil(3)
      await unseen(booted.connection, (tx) => tx("fulfillment_item").update({ quantity: 5 }))
      expect(Object.keys(await complaints(booted))).not.toContain("orders_against_movements")
      await hoursPass(booted.connection, 1)
      expect(await named("orders_against_movements")).toMatchObject({
        status: "error",
        count: 1,
        examples: [`order ${order.id}, item ${book.inventory_item_id}: fulfilled 5, booked 3`],
      })
    })

    it("names an order whose books say more than its fulfilments", async () => {
      const order = await placeOrder(booted, book, 4, place)
      await order.fulfil(3)
      await unseen(booted.connection, (tx) => tx("fulfillment_item").delete())
      await hoursPass(booted.connection, 1)
      expect((await named("orders_against_movements")).examples).toEqual([
        `order ${order.id}, item ${book.inventory_item_id}: fulfilled 0, booked 3`,
      ])
    })

    it("says apart what was fulfilled before the books were opened", async () => {
      const order = await placeOrder(booted, book, 4, place)
      await order.fulfil(3)
      await unseen(booted.connection, async (tx) => {
        await tx("stock_movement_reference").delete()
        await tx("stock_movement").where({ inventory_item_id: book.inventory_item_id }).delete()
        await tx("level_guard").delete()
      })
      await reserve(1)
      await hoursPass(booted.connection, 1)
      const { checks } = await examine(booted)
      expect(checks.find(({ name }) => name === "orders_against_movements")).toMatchObject({
        status: "ok",
        summary: expect.stringContaining("1 more was fulfilled before the books were opened"),
      })
    })

    it("warns of a fulfilment in the books that belongs to no order", async () => {
      await booted.connection.transaction(async (tx) => {
        await tx.raw(`select set_config('truestock.context', '{"kind":"fulfil"}', true)`)
        await tx("inventory_level")
          .where({ inventory_item_id: other.inventory_item_id })
          .update({ stocked_quantity: 9, raw_stocked_quantity: twin(9) })
      })
      await hoursPass(booted.connection, 1)
      const movement = await booted.connection("stock_movement").where({ kind: "fulfil" }).first()
      expect(await named("unmatched_movements")).toMatchObject({
        status: "warning",
        examples: [
          expect.stringContaining(`movement ${movement.id} (fulfil -1) of level ${movement.level_id}`),
        ],
      })
    })
  })

  it("sees that changes do not reach the read model (I10)", async () => {
    const { availability, connection } = booted
    await availability.__hooks.onApplicationPrepareShutdown()
    await connection("inventory_level")
      .where({ inventory_item_id: book.inventory_item_id })
      .update({ stocked_quantity: 1, raw_stocked_quantity: twin(1) })
    expect(await complaints(booted)).toEqual({})
    await hoursPass(connection, 1)
    const stuck = await named("change_queue")
    expect(stuck).toMatchObject({ status: "error", count: 1, examples: [`item ${book.inventory_item_id}`] })
    expect(stuck.summary).toMatch(/the oldest for 36\d\d s: the drain is stuck/)
    await availability.drain()
    expect(await complaints(booted)).toEqual({})
  })
})
