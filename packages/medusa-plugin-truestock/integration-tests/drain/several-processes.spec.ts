import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { eventually } from "../support/eventually"
import { runWithShop } from "../support/run-with-shop"
import type { Book } from "../support/shop"

const DRAIN_PROCESS = path.resolve(__dirname, "../support/drain-process.cjs")
const BOOKS = 40
const ROUNDS = 30

runWithShop((booted) => {
  const running: ChildProcess[] = []

  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL")
  })

  async function startDrain(): Promise<ChildProcess> {
    const { connectionString } = booted.connection.client.connectionSettings
    const child = fork(DRAIN_PROCESS, [connectionString], { execArgv: [] })
    running.push(child)
    await once(child, "message")
    return child
  }

  async function manyBooks(location: string, channel: string): Promise<Book[]> {
    const books: Book[] = []
    for (let i = 0; i < BOOKS; i++) {
      books.push(await booted.shop.book({ channels: [channel], stock: { [location]: 20 } }))
    }
    return books
  }

  it("ends true when drains in several processes are killed while stock changes", async () => {
    const { availability, connection, shop } = booted
    const channel = await shop.channel()
    const books = await manyBooks(await shop.location(channel), channel)
    await availability.drain()
    await availability.__hooks.onApplicationPrepareShutdown()

    const drains = [await startDrain(), await startDrain()]
    for (let round = 0; round < ROUNDS; round++) {
      for (const book of books) {
        await connection("inventory_level")
          .where({ inventory_item_id: book.inventory_item_id })
          .update({ stocked_quantity: (round * 7 + books.indexOf(book) * 3) % 25 })
      }
      if (round % 6 === 5) {
        drains.shift()!.kill("SIGKILL")
        drains.push(await startDrain())
      }
      await pause(5)
    }

    await eventually(async () => {
      expect(Number((await connection("availability_change").count())[0]!.count)).toBe(0)
      expect(Number((await connection("availability_history").whereNull("sent_at").count())[0]!.count)).toBe(
        0
      )
    })
    const wrong = await connection("availability_channel as a")
      .join("product_variant as v", "v.product_id", "a.product_id")
      .join("product_variant_inventory_item as i", "i.variant_id", "v.id")
      .join("inventory_level as l", "l.inventory_item_id", "i.inventory_item_id")
      .whereRaw("a.quantity is distinct from l.stocked_quantity::int")
    expect(wrong).toEqual([])
    expect(await connection("availability_channel")).toHaveLength(BOOKS)
  })
})
