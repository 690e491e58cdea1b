import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { keepGuardAttached } from "../../src/modules/inventory_management/guard/keep-attached"
import { OPTIONS } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"
import { complaints, levelOf, twin, unseen } from "./examine"

/*
 * A shop that ran on core alone, with the drifts that core is known for, gets the plugin: our triggers and what they
 * wrote are taken away, the drifts are made, and the modules' loaders attach as they do at every start.
 */
runWithShop((booted) => {
  let location: string
  let negative: Book
  let orphaned: Book
  let tooHigh: Book

  const reserve = (book: Book, quantity: number) =>
    booted.container
      .resolve(Modules.INVENTORY)
      .createReservationItems([
        { inventory_item_id: book.inventory_item_id, location_id: location, quantity },
      ])
  const level = (book: Book) => levelOf(booted.connection, book.inventory_item_id)
  const promised = async (book: Book) => {
    const [row] = await booted
      .connection("reservation_item")
      .where({ inventory_item_id: book.inventory_item_id })
      .whereNull("deleted_at")
      .sum("quantity as units")
    return Number(row!.units)
  }

  beforeAll(async () => {
    const { shop } = booted
    const open = await shop.open()
    location = open.location
    negative = await shop.book({ channels: [open.channel], stock: { [location]: 10 } })
    orphaned = await shop.book({ channels: [open.channel], stock: { [location]: 10 } })
    tooHigh = await shop.book({ channels: [open.channel], stock: { [location]: 10 } })
  })

  // The module would attach its triggers by itself within a minute.
  beforeEach(async () => {
    const { connection, stock } = booted
    await stock.__hooks.onApplicationPrepareShutdown()
    await removePlugin()
    const reserved = (book: Book, units: number) =>
      connection("inventory_level")
        .where({ inventory_item_id: book.inventory_item_id })
        .update({ reserved_quantity: units, raw_reserved_quantity: twin(units) })
    await reserved(negative, -4)
    await connection("reservation_item").insert({
      ...{ id: "resitem_orphan", line_item_id: "ordli_gone", location_id: location },
      ...{ inventory_item_id: orphaned.inventory_item_id, quantity: 3, raw_quantity: twin(3) },
    })
    await reserved(orphaned, 3)
    await reserved(tooHigh, 6)
  })

  async function removePlugin(): Promise<void> {
    const { rows } = await booted.connection.raw(`select tgname, tgrelid::regclass::text as relation
      from pg_trigger where obj_description(oid, 'pg_trigger') like 'truestock guard v%'`)
    for (const { tgname, relation } of rows) {
      await booted.connection.raw(`drop trigger ${tgname} on ${relation}`)
    }
    await unseen(booted.connection, async (tx) => {
      for (const table of [
        "level_guard",
        "stock_movement_reference",
        "stock_movement",
        "inventory_shortfall",
      ]) {
        await tx(table).delete()
      }
    })
  }

  /** As at every start. */
  async function install(): Promise<void> {
    const logger = booted.container.resolve(ContainerRegistrationKeys.LOGGER)
    await keepGuardAttached(booted.connection, OPTIONS, logger)
  }

  it("is told of every drift, and nothing is repaired by the installation itself", async () => {
    const before = await booted.connection("inventory_level").orderBy("id")
    await install()
    expect(await booted.connection("inventory_level").orderBy("id")).toEqual(before)
    expect(await booted.connection("stock_movement")).toEqual([])

    const found = await complaints(booted)
    expect(found.reserved_quantity!.examples).toHaveLength(2)
    expect(found.reserved_quantity!.examples!.join()).toContain(`item ${negative.inventory_item_id}`)
    expect(found.reserved_quantity!.examples!.join()).toContain(`item ${tooHigh.inventory_item_id}`)
    expect(found.negative_quantities).toMatchObject({
      status: "error",
      examples: [expect.stringContaining(`item ${negative.inventory_item_id}`)],
    })
    expect(found.orphan_reservations!.examples).toEqual([expect.stringContaining("resitem_orphan")])
    expect(found.ledger_opened).toMatchObject({ status: "warning", count: 3 })
    expect(found.ledger_balance).toBeUndefined()
  })

  it("sells every unit that exists, and none that does not", async () => {
    await install()
    // Core's own number says -4 reserved: 14 to sell. The guard knows that there are 10.
    await reserve(negative, 10)
    await expect(reserve(negative, 1)).rejects.toThrow()
    expect(await promised(negative)).toBe(10)

    await reserve(orphaned, 7)
    await expect(reserve(orphaned, 1)).rejects.toThrow()
    expect(await promised(orphaned)).toBe(10)

    // Core's own check goes by the 6 that it takes for reserved, as it did before. The guard would give all 10.
    await reserve(tooHigh, 4)
    await expect(reserve(tooHigh, 6)).rejects.toThrow()
    await booted.connection("reservation_item").insert({
      ...{ id: "resitem_raw", location_id: location, inventory_item_id: tooHigh.inventory_item_id },
      ...{ quantity: 6, raw_quantity: twin(6) },
    })
    await expect(
      booted.connection("reservation_item").insert({
        ...{ id: "resitem_more", location_id: location, inventory_item_id: tooHigh.inventory_item_id },
        ...{ quantity: 1, raw_quantity: twin(1) },
      })
    ).rejects.toMatchObject({ code: "40001" })
    expect(await promised(tooHigh)).toBe(10)
  })

  it("is mended when somebody asks for it, and not before", async () => {
    await install()
    await reserve(tooHigh, 2)
    const mended: string[] = []
    for await (const step of booted.stock.recalculate({ apply: true, release_orphans: true })) {
      if ("repair" in step) mended.push(`${step.repair.kind} ${step.outcome}`)
    }
    expect(mended).toEqual([
      ...["orphan_reservation mended", "reserved_quantity mended", "reserved_quantity mended"],
    ])
    expect(
      [await level(negative), await level(orphaned), await level(tooHigh)].map((l) => l.reserved)
    ).toEqual([...[0, 0, 2]])
    expect(await complaints(booted)).toEqual({})
    await reserve(tooHigh, 8)
    await expect(reserve(tooHigh, 1)).rejects.toThrow()
  })
})
