import { rest } from "../doctor/examine"
import { assertInvariants } from "../support/invariants"
import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"

/** What no caller of Medusa does, and raw SQL may. */
runWithShop((booted) => {
  let level: Level
  let item: string
  let location: string

  beforeAll(async () => {
    const shop = await booted.shop.open()
    location = shop.location
    item = (await booted.shop.book({ channels: [shop.channel], stock: { [location]: 10 } })).inventory_item_id
    level = new Level(booted.connection, item, location)
    await booted.availability.drain()
  })

  const rows = () => booted.connection("reservation_item")
  const sql = (text: string) => booted.connection.raw(text)
  const NOT_ENOUGH = { hint: "insufficient_inventory" }
  const NONSENSE = { hint: "invalid_quantity" }

  it("changes a reservation's id and quantity in one go, and is judged by all of it", async () => {
    const id = await level.reserve(1)
    await expect(rows().where({ id }).update({ id: "other", quantity: 1000 })).rejects.toMatchObject(
      NOT_ENOUGH
    )
    await rows().where({ id }).update({ id: "other", quantity: 7 })
    expect(await level.read()).toMatchObject({ reserved: 7 })
  })

  it.each(["-1000", "NaN"])(
    "hides a reservation of %s as deleted, and cannot bring it to life",
    async (quantity) => {
      const id = await level.reserve(quantity, { deleted_at: new Date(), raw_quantity: {} })
      await expect(rows().where({ id }).update({ deleted_at: null })).rejects.toMatchObject(NONSENSE)
      expect(await level.read()).toMatchObject({ reserved: 0 })
    }
  )

  it.each(["NaN", "Infinity", "-Infinity", "1e15"])(
    "sets stock to %s, which is refused",
    async (stocked_quantity) => {
      const write = booted.connection("inventory_level").update({ stocked_quantity })
      await expect(write).rejects.toMatchObject(NONSENSE)
      expect(await level.read()).toMatchObject({ stocked: 10 })
    }
  )

  it("releases and edits the level in one statement before its books are open, and is reckoned right", async () => {
    await level.reserve(9)
    await sql("delete from level_guard")
    await sql("with gone as (delete from reservation_item) update inventory_level set incoming_quantity = 1")
    await expect(level.reserve(11)).rejects.toMatchObject(NOT_ENOUGH)
    await level.reserve(10)
    expect(await level.read()).toMatchObject({ reserved: 10 })
  })

  it("merges, and upserts on conflict, as it deletes and inserts", async () => {
    await level.reserve(4)
    await sql(`merge into reservation_item r using (values (6)) as v(quantity) on r.inventory_item_id = '${item}'
      when matched then update set quantity = v.quantity`)
    expect(await level.read()).toMatchObject({ reserved: 6 })
    const [row] = await rows()
    const upsert = (quantity: number) =>
      rows()
        .insert({ ...row, quantity })
        .onConflict("id")
        .merge({ quantity })
    await expect(upsert(11)).rejects.toMatchObject(NOT_ENOUGH)
    await upsert(3)
    expect(await level.read()).toMatchObject({ reserved: 3 })
    await assertInvariants(booted.connection)
  })

  it("creates the level while a reservation without one is being restored, and sells no unit twice", async () => {
    const id = await level.reserve(4)
    await rows().where({ id }).update({ deleted_at: new Date() })
    const [row] = await booted.connection("inventory_level").delete().returning("*")
    const restoring = await booted.connection.transaction()
    await restoring("reservation_item").where({ id }).update({ deleted_at: null })
    await booted.connection("inventory_level").insert({ ...row, id: "ilev_new" })
    await restoring.commit()
    await expect(level.reserve(7)).rejects.toMatchObject(NOT_ENOUGH)
    await expect(level.reserve(6)).resolves.toBeDefined()
  })

  it("truncates items with all that hangs on them, and the books are closed", async () => {
    // Whoever reads two of these tables meanwhile may have locked them in another order.
    await rest(booted)
    await level.reserve(5)
    await sql("truncate inventory_item cascade")
    expect((await level.movements()).at(-1)![0]).toBe("delete")
    expect(await booted.connection("level_guard")).toEqual([])
    await assertInvariants(booted.connection)
  })

  it("truncates reservations while the guard is off, and the guard knows it when it is on again", async () => {
    await level.reserve(9)
    await booted.stock.setGuardMode("off")
    await sql("truncate reservation_item")
    await booted.stock.setGuardMode("enforce")
    await expect(level.reserve(11)).rejects.toMatchObject(NOT_ENOUGH)
    await expect(level.reserve(10)).resolves.toBeDefined()
  })

  it("loses the guard's settings, as a restore of other tables may, and is still refused", async () => {
    await sql("delete from inventory_settings")
    await expect(level.reserve(11)).rejects.toMatchObject(NOT_ENOUGH)
    expect(await booted.stock.retrieveGuardMode()).toBe("enforce")
    await booted.stock.setGuardMode("observe")
    expect(await booted.stock.retrieveGuardMode()).toBe("observe")
  })

  it("takes stock away from an item that no product uses, and that is a shortfall", async () => {
    await booted.connection("product_variant_inventory_item").delete()
    await level.reserve(8)
    await level.stock(5)
    expect(await booted.connection("inventory_shortfall")).toMatchObject([{ quantity: "3" }])
  })

  it("may write Medusa's tables without knowing of ours, and call none of our functions", async () => {
    const role = `clerk_${process.pid}`
    await sql(`create role ${role}; grant usage on schema public to ${role};
      grant select, insert, update, delete on inventory_level, reservation_item, inventory_item to ${role}`)
    const asClerk = (text: string) =>
      booted.connection.transaction(async (tx) => {
        await tx.raw(`set local role ${role}`)
        await tx.raw(text)
      })
    try {
      await asClerk("update inventory_level set stocked_quantity = 12, reserved_quantity = 7")
      await asClerk(`insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
        values ('r', '${item}', '${location}', 2, '{}')`)
      expect(await level.read()).toMatchObject({ stocked: 12, reserved: 2 })
      const cheat = `select truestock_promise(array['${item}'], array['${location}'], array[-1000.0], array[0.0],
        array[0.0], array['[]'::jsonb])`
      await expect(asClerk(cheat)).rejects.toMatchObject({ code: "42501" })
    } finally {
      await sql(`drop owned by ${role}; drop role ${role}`)
    }
  })

  it("finds its rows by index, whatever the tables hold", async () => {
    const { id } = await level.read()
    await level.reserve(1)
    await booted.connection.transaction(async (tx) => {
      // For the statements of this test, which would else read such small tables as a whole.
      await tx.raw("set local enable_seqscan = off")
      await level.on(tx).reserve(1)
      await tx("inventory_level").where({ id }).update({ stocked_quantity: 9 })
      const { rows: read } = await tx.raw(
        `select relname, seq_tup_read from pg_stat_xact_user_tables where seq_tup_read > 0 and relname = any(?)`,
        [["inventory_level", "reservation_item", "stock_movement", "level_guard", "inventory_shortfall"]]
      )
      expect(read).toEqual([])
    })
  })
})
