import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout as pause } from "node:timers/promises"

/** Lets what must wait for a lock get as far as the lock. */
export async function untilWaiting(connection: Knex): Promise<void> {
  for (;;) {
    const { rows } = await connection.raw(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    )
    if (rows.length > 0) return
    await pause(5)
  }
}
