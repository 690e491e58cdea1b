import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout as pause } from "node:timers/promises"
import type { Connection } from "../../src/database/connection"
import { sendTogether } from "../../src/modules/inventory_management/send-together"
import type { Booted } from "./run-with-shop"

/** The same service, working on another connection or in a transaction that stays open. */
export function serviceOn(stock: Booted["stock"], connection: Connection): Booted["stock"] {
  return Object.create(stock, {
    connection: { value: connection },
    sendReservations: { value: sendTogether(connection) },
  })
}

/** Lets something go on until it has ended or waits for a lock. */
export async function untilStuck(connection: Knex, attempt: Promise<unknown>): Promise<void> {
  let isOver = false
  const over = () => void (isOver = true)
  attempt.then(over, over)
  while (!isOver) {
    const { rows } = await connection.raw(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    )
    if (rows.length > 0) return
    await pause(5)
  }
}

/** How many deadlocks this database has seen. Postgres tells a moment later. */
export async function deadlocks(connection: Connection): Promise<number> {
  await connection.raw("select pg_stat_clear_snapshot()")
  const { rows } = await connection.raw(
    "select deadlocks from pg_stat_database where datname = current_database()"
  )
  return Number(rows[0].deadlocks)
}
