import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TruestockOptions } from "../../../options"
import { pageOfProducts } from "../sql/page-of-products"
import { findDifferences } from "./find-differences"

const BATCH_SIZE = 500

/** Walks through the catalogue, batch by batch, and says which products have another read model than they should. */
export async function* differingProducts(
  connection: Knex,
  options: TruestockOptions
): AsyncGenerator<{ looked_at: number; differing: string[] }> {
  let after = ""
  for (;;) {
    const ids = await pageOfProducts(connection, "all", after, BATCH_SIZE)
    if (ids.length === 0) return
    after = ids.at(-1)!
    yield { looked_at: ids.length, differing: await findDifferences(connection, ids, options) }
  }
}
