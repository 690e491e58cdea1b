import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Transaction } from "../../../database/connection"
import type { TruestockOptions } from "../../../options"
import { type Change, claimChanges, type Waiting } from "../sql/claim-changes"
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
    const changes = await claimChanges(tx, limit, "fresh")
    await applyChanges(tx, changes, options)
    return changes.length
  })
}

/**
 * The same for one change, which is put back for later when it cannot be applied: the work is undone to a
 * savepoint, and the change is deferred in the transaction that claimed it. `error` = it was deferred, and why.
 */
export function drainOne(
  connection: Knex,
  options: TruestockOptions,
  waiting: Waiting
): Promise<{ taken: number; error?: unknown }> {
  return connection.transaction(async (tx) => {
    const changes = await claimChanges(tx, 1, waiting)
    try {
      await tx.transaction((savepoint) => applyChanges(savepoint, changes, options))
      return { taken: changes.length }
    } catch (error) {
      await deferChanges(tx, changes)
      return { taken: changes.length, error }
    }
  })
}

async function applyChanges(tx: Transaction, changes: Change[], options: TruestockOptions): Promise<void> {
  if (changes.length === 0) {
    return
  }
  await fanOutChanges(tx, changes.filter(isWide))
  const narrow = changes.filter((change) => !isWide(change))
  const productIds = await resolveProducts(tx, narrow)
  if (productIds.length > MOST_PRODUCTS) {
    await enqueueChanges(tx, "product", productIds)
  } else {
    const isStockAlone = narrow.every(({ kind }) => kind === "item")
    await refreshProducts(tx, productIds, options, isStockAlone ? "stock" : "anything")
  }
}
