import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"

runWithShop((booted) => {
  let location: string
  let item: string
  let level: Level

  beforeAll(async () => {
    const shop = await booted.shop.open()
    location = shop.location
    const book = await booted.shop.book({ channels: [shop.channel], stock: { [location]: 10 } })
    item = book.inventory_item_id
    level = new Level(booted.connection, item, location)
    await booted.availability.drain()
  })

  const last = async () => (await level.movements()).at(-1)
  const movements = () => booted.connection("stock_movement").orderBy("id")
  const levels = () => booted.connection("inventory_level")

  it("begins with the creation of a level", async () => {
    expect(await level.movements()).toEqual([["create", 10, 0]])
  })

  it("knows what a level held when it first met it", async () => {
    await booted.connection.raw("delete from level_guard")
    await level.stock(12)
    expect(await level.movements()).toEqual([
      ["create", 10, 0],
      ["opening", 10, 0],
      ["set", 2, 0],
    ])
  })

  it("opens the books of a level whose first change is a reservation with what was there before it", async () => {
    await level.reserve(1)
    await booted.connection.raw("delete from level_guard")
    await level.reserve(2)
    expect((await level.movements()).slice(-2)).toEqual([
      ["opening", 10, 1],
      ["reserve", 0, 2],
    ])
    expect(await booted.connection("level_guard")).toMatchObject([{ drift: "0" }])
  })

  it("notes what reserved_quantity says too much at the first touch, and promises by the reservations", async () => {
    await booted.connection.raw("delete from level_guard")
    await booted.connection.raw("alter table inventory_level disable trigger user")
    await levels().update({ reserved_quantity: -3 })
    await booted.connection.raw("alter table inventory_level enable trigger user")
    await level.reserve(10)
    expect(await booted.connection("level_guard")).toMatchObject([{ drift: "-3" }])
    expect(await level.read()).toMatchObject({ reserved: 7 })
    await expect(level.reserve(1)).rejects.toMatchObject({ hint: "insufficient_inventory" })
  })

  it("has one movement for each level that a statement changes, and none for what it leaves", async () => {
    const other = await booted.shop.book({ stock: { [location]: 10 } })
    await levels().update({
      stocked_quantity: booted.connection.raw("case inventory_item_id when ? then 3 else 10 end", [item]),
    })
    expect(await last()).toEqual(["set", -7, 0])
    expect(
      await booted.connection("stock_movement").where({ inventory_item_id: other.inventory_item_id })
    ).toHaveLength(1)
    await levels().update({ metadata: { shelf: 7 } })
    expect(await level.movements()).toHaveLength(2)
  })

  it("has incoming units, too", async () => {
    await levels().update({ incoming_quantity: 5 })
    expect((await movements()).at(-1)).toMatchObject({
      incoming_delta: "5",
      incoming_balance: "5",
      kind: "set",
    })
  })

  it("takes a deleted level off the books and puts a restored one back", async () => {
    await level.reserve(4)
    await levels().update({ deleted_at: new Date() })
    expect((await movements()).at(-1)).toMatchObject({
      ...{ kind: "delete", stocked_delta: "-10", stocked_balance: "0" },
      ...{ reserved_delta: "-4", reserved_balance: "0" },
    })
    await levels().update({ stocked_quantity: 7 })
    await levels().update({ deleted_at: null })
    expect((await movements()).at(-1)).toMatchObject({
      kind: "restore",
      stocked_delta: "7",
      stocked_balance: "7",
    })
  })

  it("sees cascades: a deleted item takes its levels with it", async () => {
    await booted.connection("inventory_item").where({ id: item }).delete()
    expect(await last()).toEqual(["delete", -10, 0])
    expect(await booted.connection("level_guard")).toEqual([])
  })

  it("sees core's soft deletion of an item, and its restoration", async () => {
    await booted.inventory.softDeleteInventoryItems([item])
    expect(await last()).toEqual(["delete", -10, 0])
    await booted.inventory.restoreInventoryItems([item])
    expect(await last()).toEqual(["restore", 10, 0])
  })

  it("sees truncation", async () => {
    await booted.connection.raw("truncate inventory_level")
    expect(await last()).toEqual(["delete", -10, 0])
  })

  it("sees both halves of an insert that updates on conflict", async () => {
    const [row] = await levels()
    await booted.connection.raw(
      `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity)
       values (?, ?, ?, 25), ('ilev_new', ?, 'sloc_new', 4)
       on conflict (id) do update set stocked_quantity = excluded.stocked_quantity`,
      [row.id, item, location, item]
    )
    expect(await last()).toEqual(["set", 15, 0])
    expect((await movements()).find(({ location_id }) => location_id === "sloc_new")).toMatchObject({
      ...{ kind: "create", stocked_delta: "4" },
    })
  })

  it("books a level that is moved to another location out here and in there", async () => {
    await level.reserve(2)
    await levels().update({ location_id: "sloc_elsewhere" })
    const [out, into] = (await movements()).slice(-2)
    expect(out).toMatchObject({
      kind: "delete",
      location_id: location,
      stocked_delta: "-10",
      reserved_delta: "-2",
    })
    expect(into).toMatchObject({ kind: "restore", location_id: "sloc_elsewhere", stocked_delta: "10" })
    expect(into).toMatchObject({ reserved_delta: "0", stocked_balance: "10" })
  })

  it("carries what the writer says of itself, for that transaction only", async () => {
    const said = {
      ...{
        kind: "count",
        reason: "found",
        note: "Behind the shelf",
        reference_type: "count",
        reference_id: "cnt_1",
      },
      ...{ actor_type: "user", actor_id: "user_1", correlation_id: "work_1" },
    }
    await booted.connection.transaction(async (tx) => {
      await tx.raw("select set_config('truestock.context', ?, true)", [JSON.stringify(said)])
      await level.on(tx).stock(11)
    })
    expect((await movements()).at(-1)).toMatchObject(said)
    await level.stock(12)
    expect((await movements()).at(-1)).toMatchObject({
      kind: "set",
      reason: null,
      correlation_id: null,
      actor_id: null,
    })
  })

  it("refuses a kind or reason that is none, and then changes nothing", async () => {
    for (const said of [{ kind: "gift" }, { reason: "because" }]) {
      const write = booted.connection.transaction(async (tx) => {
        await tx.raw("select set_config('truestock.context', ?, true)", [JSON.stringify(said)])
        await level.on(tx).stock(11)
      })
      await expect(write).rejects.toMatchObject({ code: "23514" })
    }
    expect(await level.read()).toMatchObject({ stocked: 10 })
  })

  it("knows the line items that a reservation is for", async () => {
    const lines = ["ordli_1", "ordli_2"].map((line_item_id, i) => ({
      ...{ id: `res_${i}`, inventory_item_id: item, location_id: location, quantity: 1, raw_quantity: {} },
      line_item_id,
    }))
    await booted.connection("reservation_item").insert(lines)
    const references = await booted.connection("stock_movement_reference").orderBy("reference_id")
    expect(references).toMatchObject([
      { type: "line_item", reference_id: "ordli_1" },
      { type: "line_item", reference_id: "ordli_2" },
    ])
    expect(await last()).toEqual(["reserve", 0, 2])
  })

  it.each(["stock_movement", "stock_movement_reference"])(
    "refuses to change or remove a row of %s",
    async (table) => {
      await level.reserve(1, { line_item_id: "ordli_1" })
      const before = await booted.connection(table)
      expect(before.length).toBeGreaterThan(0)
      const column = table === "stock_movement" ? "note" : "reference_id"
      for (const sql of [
        `update ${table} set ${column} = 'x'`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(booted.connection.raw(sql)).rejects.toMatchObject({
          code: "TS001",
          hint: "movement_immutable",
        })
      }
      expect(await booted.connection(table)).toEqual(before)
    }
  )
})
