import { setTimeout as pause } from "node:timers/promises"
import {
  decideAll,
  refreshProducts,
  writeDecisions,
} from "../../src/modules/availability/drain/refresh-products"
import { lockProducts } from "../../src/modules/availability/sql/lock-products"
import { readFacts } from "../../src/modules/availability/sql/read-facts"
import { AvailabilityStatus, BEST_FIRST } from "../../src/modules/availability/status"
import { eventually } from "../support/eventually"
import { OPTIONS } from "../support/plugin-options"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

runWithShop((booted) => {
  let channel: string
  let location: string

  beforeAll(async () => {
    ;({ channel, location } = await booted.shop.open())
  })

  const setStock = (itemId: string, units: number) =>
    booted
      .connection("inventory_level")
      .where({ inventory_item_id: itemId })
      .update({ stocked_quantity: units, raw_stocked_quantity: { value: `${units}`, precision: 20 } })

  const waiters = async () => {
    const { rows } = await booted.connection.raw(
      `select pid from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`
    )
    return rows.length
  }

  it("never lets a slow refresh write older facts over newer ones", async () => {
    const { connection, availability, shop } = booted
    const book = await shop.book({ channels: [channel], stock: { [location]: 50 } })
    await availability.drain()

    // A slow refresh has locked the product and read 50 units ...
    const slow = await connection.transaction()
    await lockProducts(slow, [book.id])
    const { facts, now } = await readFacts(slow, [book.id], OPTIONS.brand)
    // ... then the last unit is sold, and a fast refresh comes.
    await setStock(book.inventory_item_id, 0)
    const fast = availability.refresh([book.id])
    await eventually(async () => expect(await waiters()).toBeGreaterThan(0))

    await writeDecisions(slow, [book.id], decideAll(facts, now, OPTIONS), now, OPTIONS)
    await slow.commit()
    await fast

    const [row] = await availability.listAvailabilityChannels({ product_id: book.id })
    expect(row).toMatchObject({ status: "out_of_stock", quantity: 0 })
  })

  it("does not see a change that is not committed, and sees it when it is", async () => {
    const { connection, availability, shop } = booted
    const book = await shop.book({ channels: [channel], stock: { [location]: 50 } })
    await availability.drain()
    const status = async () => (await availability.getProductsAvailability([book.id]))[0]?.status

    const writer = await connection.transaction()
    await writer("inventory_level").update({ stocked_quantity: 0 })
    await availability.drain()
    expect(await status()).toBe("in_stock")
    await writer.commit()
    await availability.drain()
    expect(await status()).toBe("out_of_stock")
  })

  it("keeps one row per product, whatever the concurrency", async () => {
    const { connection, availability, shop } = booted
    const book = await shop.book({ channels: [channel] })
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        availability.updateProductAvailability(book.id, BEST_FIRST[i % BEST_FIRST.length], `note ${i}`)
      )
    )
    const overrides = await connection("availability_override").where({ product_id: book.id })
    const summaries = await connection("availability").where({ product_id: book.id })
    expect(overrides).toHaveLength(1)
    expect(summaries).toHaveLength(1)
    expect(summaries[0]).toMatchObject({
      status: overrides[0].status,
      notes: overrides[0].notes,
      source: "manual",
    })
  })

  it("refreshes overlapping products in any order without a deadlock", async () => {
    const { connection, shop } = booted
    const books = await Promise.all(Array.from({ length: 8 }, () => shop.book({ channels: [channel] })))
    const ids = books.map((book) => book.id)
    const shuffled = (seed: number) =>
      [...ids].sort((a, b) => (((a + seed).length * 7 + seed) % 3) - ((b + seed).length % 2))
    await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        connection.transaction((tx) =>
          refreshProducts(tx, i % 2 ? shuffled(i).reverse() : shuffled(i), OPTIONS)
        )
      )
    )
    expect(await connection("availability").whereIn("product_id", ids)).toHaveLength(ids.length)
  })

  it("ends true under concurrent change with several drainers: a rebuild finds nothing to change", async () => {
    const { connection, availability, shop } = booted
    const books: Book[] = []
    for (let i = 0; i < 12; i++) {
      books.push(await shop.book({ channels: [channel], stock: { [location]: i } }))
    }
    const changes = async (seed: number) => {
      for (let i = 0; i < 60; i++) {
        await setStock(books[(i * 7 + seed) % books.length]!.inventory_item_id, (i * seed) % 25)
      }
    }
    const drains = async () => {
      for (let i = 0; i < 15; i++) {
        await availability.drain()
        await pause(5)
      }
    }
    await Promise.all([changes(3), changes(5), changes(11), drains(), drains(), drains()])
    await availability.drain()

    const readModel = async () => ({
      channels: await connection("availability_channel").orderBy("id"),
      variants: await connection("availability_variant").orderBy("id"),
      locations: await connection("availability_location").orderBy("id"),
      history: await connection("availability_history").count(),
    })
    const before = await readModel()
    await availability.enqueue()
    await availability.drain()
    expect(await readModel()).toEqual(before)

    for (const book of books) {
      const level = await connection("inventory_level")
        .where({ inventory_item_id: book.inventory_item_id })
        .first()
      const row = before.channels.find((channel: { product_id: string }) => channel.product_id === book.id)
      expect(row.quantity).toBe(Number(level.stocked_quantity))
    }
  })

  it("answers the status that a concurrent override decided, not an older one", async () => {
    const { availability, shop } = booted
    const book = await shop.book({ channels: [channel], stock: { [location]: 50 } })
    const [set] = await Promise.all([
      availability.updateProductAvailability(book.id, AvailabilityStatus.DISCONTINUED),
      availability.refresh([book.id]),
      availability.drain(),
    ])
    expect(set).toMatchObject({ product_id: book.id, status: "discontinued", updated: true })
    expect((await availability.getProductsAvailability([book.id]))[0]?.status).toBe("discontinued")
  })
})
