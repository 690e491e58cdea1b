import type { Transaction } from "../../../database/connection"
import type { TruestockOptions } from "../../../options"
import type { ProductFacts } from "../facts"
import { decideProduct, type ProductAvailability } from "../rules/decide-product"
import { type StatusChange, statusChanges } from "../rules/status-changes"
import { relist } from "../listing/relist"
import type { Relisted } from "../listing/relisted"
import { lockProducts } from "../sql/lock-products"
import { readFacts } from "../sql/read-facts"
import { READ_MODEL, type Replaced, replaceRows } from "../sql/replace-rows"
import { writeHistory } from "../sql/write-history"
import { writeSummaries } from "../sql/write-summaries"
import { readModelRows, summaryRow } from "./read-model-rows"

/**
 * Makes the read model of these products true, in the caller's transaction: lock the products, *then* read the
 * facts, then decide, then write. The order is the whole point: between lock and commit nobody else writes these
 * rows, and what was read is at least as new as what the previous holder of the lock wrote.
 */
export async function refreshProducts(
  tx: Transaction,
  productIds: string[],
  options: TruestockOptions
): Promise<StatusChange[]> {
  const ids = [...new Set(productIds)].sort()
  if (ids.length === 0) {
    return []
  }
  await lockProducts(tx, ids)
  const { facts, now } = await readFacts(tx, ids, options.brand)
  return writeDecisions(tx, ids, decideAll(facts, now, options), now)
}

type Decided = { facts: ProductFacts; decided: ProductAvailability | null }

export function decideAll(facts: ProductFacts[], now: Date, options: TruestockOptions): Decided[] {
  return facts.map((f) => ({ facts: f, decided: f.is_deleted ? null : decideProduct(f, now, options) }))
}

/** The second half of a refresh: only for products locked since before their facts were read. */
export async function writeDecisions(
  tx: Transaction,
  ids: string[],
  products: Decided[],
  now: Date
): Promise<StatusChange[]> {
  const rows = products.flatMap(({ facts, decided }) => (decided ? [readModelRows(facts, decided)] : []))
  const relisted: Relisted[] = []
  for (const [kind, table] of READ_MODEL) {
    const wanted = rows.flatMap((row) => row[kind])
    const replaced = await replaceRows(tx, table, ids, wanted)
    relisted.push(...replaced.filter(isWatched))
  }
  await writeSummaries(
    tx,
    products.map(({ facts, decided }) => summaryRow(facts, decided, now))
  )

  const changes = products.flatMap(({ facts, decided }) => statusChanges(facts, decided))
  await writeHistory(tx, changes)
  await relist(tx, relisted)
  return changes
}

/** Only the channel's rows are watched: their key and what they remember is what relisting needs to know. */
const isWatched = (replaced: Replaced): replaced is Replaced & Relisted => replaced.is_watched
