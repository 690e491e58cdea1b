import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TruestockOptions } from "../../../options"
import { refreshProducts } from "../drain/refresh-products"
import { pageOfProducts } from "../sql/page-of-products"
import { type Failure, forAsManyAsPossible } from "./for-as-many-as-possible"

const BATCH_SIZE = 500

/** What became of a batch. */
export type InitializedBatch = { done: number; failed: Failure[] }

/**
 * Decides every product that has no availability yet, batch by batch, each in a transaction of its own. What is done
 * is known by the rows themselves: stopped anywhere, the next run goes on with what is left; and beside a drain that
 * does the same, each product is decided by whoever comes first.
 */
export async function* initialize(
  connection: Knex,
  options: TruestockOptions
): AsyncGenerator<InitializedBatch> {
  const refresh = (ids: string[]) => connection.transaction((tx) => refreshProducts(tx, ids, options))
  let after = ""
  for (;;) {
    const ids = await pageOfProducts(connection, "undecided", after, BATCH_SIZE)
    if (ids.length === 0) return
    after = ids.at(-1)!
    yield await forAsManyAsPossible(ids, (id) => id, refresh)
  }
}
