import { setTimeout as pause } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TruestockOptions } from "../../../options"
import { pageOfProducts } from "../sql/page-of-products"
import { findDifferences } from "./find-differences"

const BATCH_SIZE = 500
/** A change that was committed a moment ago is still on its way. */
const ON_ITS_WAY_MS = 2_000

async function stillDiffering(connection: Knex, ids: string[], options: TruestockOptions): Promise<string[]> {
  if (ids.length === 0) return []
  await pause(ON_ITS_WAY_MS)
  return (await findDifferences(connection, ids, options)).differing
}

/** Walks through the catalogue. What differs counts when it still does after what was on its way has arrived. */
export async function* differingProducts(
  connection: Knex,
  options: TruestockOptions
): AsyncGenerator<{ looked_at: number; differing: string[] }> {
  let after = ""
  for (;;) {
    const ids = await pageOfProducts(connection, "all", after, BATCH_SIZE)
    if (ids.length === 0) return
    after = ids.at(-1)!
    const { differing, is_final } = await findDifferences(connection, ids, options)
    yield {
      looked_at: ids.length,
      differing: is_final ? differing : await stillDiffering(connection, differing, options),
    }
  }
}
