import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TruestockOptions } from "../../../options"
import { type Change, claimChanges } from "../sql/claim-changes"
import { deferChanges } from "../sql/defer-changes"
import { enqueueChanges } from "../sql/enqueue-changes"
import { fanOutChanges, isWide } from "../sql/fan-out-changes"
import { resolveProducts } from "../sql/resolve-products"
import { refreshProducts } from "./refresh-products"

/** Products refreshed in one transaction, however many a batch of changes turns out to touch. */
const MOST_PRODUCTS = 2_000

/**
 * One transaction of the drain: claim changes, find their products, refresh them. Whatever fails, or is killed,
 * leaves the changes in the queue. Answers how many changes were taken; 0 = nothing is waiting.
 */
export function drainBatch(connection: Knex, options: TruestockOptions, limit: number): Promise<number> {
  return connection.transaction(async (tx) => {
    const changes = await claimChanges(tx, limit)
    if (changes.length === 0) {
      return 0
    }
    await fanOutChanges(tx, changes.filter(isWide))
    const productIds = await resolveProducts(
      tx,
      changes.filter((change) => !isWide(change))
    )
    if (productIds.length > MOST_PRODUCTS) {
      await enqueueChanges(tx, "product", productIds)
    } else {
      await refreshProducts(tx, productIds, options)
    }
    return changes.length
  })
}

/**
 * After a batch has failed repeatedly: takes its changes one at a time, and puts the one that fails back for later.
 * Answers the error of a change that was put back, or null.
 */
export async function drainOneOrDefer(connection: Knex, options: TruestockOptions): Promise<unknown> {
  try {
    await drainBatch(connection, options, 1)
    return null
  } catch (error) {
    await connection.transaction(async (tx) => {
      const changes: Change[] = await claimChanges(tx, 1)
      await deferChanges(tx, changes)
    })
    return error
  }
}
