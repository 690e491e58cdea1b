import { installTriggers } from "../../src/database/install-triggers"
import { installedFunctions, installedTriggers } from "../../src/database/sql/installed-versions"
import { keepGuardAttached } from "../../src/modules/inventory_management/guard/keep-attached"
import { guardTriggerSet } from "../../src/modules/inventory_management/guard/trigger-set"
import { OPTIONS } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import { Level } from "../support/stock"
import { untilWaiting } from "../support/until-waiting"

const LOGGER = { debug() {}, info() {}, warn() {}, error() {} } as never

runWithShop((booted) => {
  let level: Level

  beforeAll(async () => {
    const { channel, location } = await booted.shop.open()
    const book = await booted.shop.book({ channels: [channel], stock: { [location]: 10 } })
    level = new Level(booted.connection, book.inventory_item_id, location)
    await booted.availability.drain()
  })

  const attach = () => keepGuardAttached(booted.connection, OPTIONS, LOGGER)
  const ours = async (table: string) =>
    ((await installedTriggers(booted.connection, "public", table)) ?? []).filter(({ name }) =>
      /^truestock_(guard|ledger|level)_/.test(name)
    ).length
  const drop = async (table: string, ...triggers: string[]) => {
    for (const name of triggers) await booted.connection.raw(`drop trigger truestock_${name} on ${table}`)
  }
  const events = (set: string) => ["insert", "update", "delete", "truncate"].map((event) => `${set}_${event}`)

  it("waits for a busy table without guarding half of the stock meanwhile", async () => {
    await drop("reservation_item", ...events("guard"))
    await drop("inventory_level", ...events("ledger"), "level_row")
    const buyer = await booted.connection.transaction()
    await level.on(buyer).reserve(1)
    const attaching = attach()
    await untilWaiting(booted.connection)
    expect([await ours("reservation_item"), await ours("inventory_level")]).toEqual([0, 0])
    await buyer.commit()
    await attaching
    expect([await ours("reservation_item"), await ours("inventory_level")]).toEqual([4, 5])
  })

  it("reckons with what was reserved while it was away", async () => {
    await level.reserve(8)
    await drop("reservation_item", "guard_insert")
    await level.reserve(1)
    await attach()
    await expect(level.reserve(2)).rejects.toMatchObject({ hint: "insufficient_inventory" })
    await level.reserve(1)
    // What nobody counted stays as it was, and is known.
    expect(await level.read()).toMatchObject({ reserved: 9 })
    expect(await booted.connection("level_guard")).toMatchObject([{ drift: "-1" }])
  })

  it("needs none of the tables to be there before its functions are", async () => {
    await booted.connection.raw("create schema bare")
    const set = guardTriggerSet("bare")
    const names = Object.keys(set.functions)
    const installed = await installTriggers(booted.connection, "bare", set)
    expect(installed).toEqual({ newly_attached: [], upgraded: [], failed: [], left_to_newer: false })
    expect(await installedFunctions(booted.connection, "bare", names)).toHaveLength(names.length)
  })

  it("changes nothing, and opens no books, where all is attached", async () => {
    await level.reserve(8)
    const before = await booted.connection("level_guard")
    await attach()
    expect(await booted.connection("level_guard")).toEqual(before)
  })
})
