import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { query } from "../../../../database/connection"

/**
 * Does a batch of a setup while no other one is under way, in any process: both would find the same item missing and
 * make it twice. Waits for the other one's batch, not for its end.
 *
 * Locks: an advisory lock of a transaction of its own, in which nothing else is done; core's workflows work beside it.
 */
export async function oneAtATime<Result>(connection: Knex, work: () => Promise<Result>): Promise<Result> {
  return connection.transaction(async (tx) => {
    await query(tx, "select pg_advisory_xact_lock(hashtextextended('truestock setup', 0))")
    return work()
  })
}
