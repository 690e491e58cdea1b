import type { Connection } from "../../src/database/connection"
import type { Booted } from "./run-with-shop"
import type { Book } from "./shop"

const DAY_MS = 86_400_000

/** Lets everything on record have happened so many days earlier: a test has no time to wait. */
export async function ageBy(connection: Connection, days: number): Promise<void> {
  const times = [
    ["stock_movement", "created_at"],
    ["item_cost", "created_at"],
    ["availability_history", "changed_at"],
  ]
  await connection.transaction(async (tx) => {
    await tx.raw("set local session_replication_role = replica")
    for (const [table, column] of times) {
      await tx.raw(`update ${table} set ${column} = ${column} - make_interval(days => ${days})`)
    }
  })
}

export const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

type Why = { kind: string; reason?: string; reference_type?: string }

/** Adds units to what is stocked, or to what is incoming, as a writer of SQL that says what it does. */
export async function move(
  connection: Connection,
  book: Pick<Book, "inventory_item_id">,
  location_id: string,
  units: { stocked?: number; incoming?: number },
  why: Why
): Promise<void> {
  const { stocked = 0, incoming = 0 } = units
  await connection.transaction(async (tx) => {
    await tx.raw("select set_config('truestock.context', ?, true)", [JSON.stringify(why)])
    await tx("inventory_level")
      .where({ inventory_item_id: book.inventory_item_id, location_id, deleted_at: null })
      .update({
        stocked_quantity: tx.raw("stocked_quantity + ?", [stocked]),
        raw_stocked_quantity: tx.raw(
          "jsonb_build_object('value', (stocked_quantity + ?)::text, 'precision', 20)",
          [stocked]
        ),
        incoming_quantity: tx.raw("incoming_quantity + ?", [incoming]),
      })
  })
}

export async function costs(
  connection: Connection,
  book: Book,
  average_cost: number,
  currency_code: string
): Promise<void> {
  await connection("item_cost").insert({
    ...{ inventory_item_id: book.inventory_item_id, currency_code, average_cost },
    ...{ unit_cost: average_cost, quantity: 1 },
  })
}

export type Eventful = { here: string; there: string; books: Book[]; categories: string[] }

/**
 * A shop with a past: four times with 40 days between them, the first 120 days ago, with sales, receipts, losses, counts,
 * returns and a transfer of which a unit is lost; book 5 never sells, book 6 is new, and its level is gone today.
 */
export async function eventfulShop({ shop, connection, stock, availability }: Booted): Promise<Eventful> {
  const { channel, location: here } = await shop.open()
  const there = await shop.location(channel)
  const [prose, verse] = [await shop.category("Prose"), await shop.category("=Verse")]
  const book = (stocked: number, category_ids: string[] = []) =>
    shop.book({ channels: [channel], category_ids, stock: { [here]: stocked, [there]: 6 } })
  const books = [
    await book(20, [prose]),
    await book(12, [prose, verse]),
    await book(30, [verse]),
    await book(8),
    await book(15),
  ]
  const [a, b, c, d] = books as [Book, Book, Book, Book]
  await costs(connection, a, 4.1, "eur")
  await costs(connection, b, 3, "usd")
  const change = (of: Book, at: string, stocked: number, kind: string, reason?: string) =>
    move(connection, of, at, { stocked }, { kind, reason })
  const settle = async () => {
    await availability.drain()
    await ageBy(connection, 40)
  }
  await settle()

  await stock.createReservation({ inventory_item_id: a.inventory_item_id, location_id: here, quantity: 3 })
  await change(a, here, -5, "fulfil")
  await change(a, here, 2, "fulfil_cancel")
  await change(b, here, -12, "fulfil")
  await change(b, there, -6, "fulfil")
  await change(c, here, 10, "receive", "received")
  await change(c, there, -2, "adjust", "damaged")
  await costs(connection, c, 2.5, "eur")
  await settle()

  await costs(connection, a, 4.6, "eur")
  await change(a, there, 7, "receive", "received")
  await change(a, there, -1, "adjust", "damaged")
  await change(b, here, 3, "return", "returned")
  await change(b, here, -1, "count", "count")
  await change(c, here, -5, "transfer_out", "transfer")
  await move(connection, c, there, { incoming: 5 }, { kind: "transfer_in", reason: "transfer" })
  await change(d, here, -1, "set")
  await change(d, there, -6, "sync", "sync")
  const late = await book(9, [prose])
  await settle()

  await move(connection, c, there, { stocked: 4, incoming: -4 }, { kind: "transfer_in", reason: "transfer" })
  await move(connection, c, there, { incoming: -1 }, { kind: "adjust", reason: "lost" })
  await change(c, here, -9, "fulfil")
  await change(a, here, -2, "adjust", "lost")
  await change(a, here, 1, "adjust", "found")
  await connection("inventory_level")
    .where({ inventory_item_id: late.inventory_item_id, location_id: there })
    .delete()
  await settle()
  return { here, there, books: [...books, late], categories: [prose, verse] }
}
