import type { Transaction } from "../../../database/connection"
import type { TruestockOptions } from "../../../options"
import type { ProductDescription, ProductFacts, StockFacts } from "../facts"
import { decideProduct, type ProductAvailability } from "../rules/decide-product"
import { type StatusChange, statusChanges } from "../rules/status-changes"
import { noteCrossings } from "../alerts/note-crossings"
import { noteReturns } from "../back-in-stock/sql/note-returns"
import { relist } from "../listing/relist"
import type { Relisted } from "../listing/relisted"
import { noteChange } from "../merchant-feed/sql/note-change"
import { lockProducts } from "../sql/lock-products"
import { readFacts, readStockFacts } from "../sql/read-facts"
import { READ_MODEL, type Replaced, replaceRows, STOCK_OF_READ_MODEL } from "../sql/replace-rows"
import { writeHistory } from "../sql/write-history"
import { writeSummaries } from "../sql/write-summaries"
import { readModelRows, summaryRow } from "./read-model-rows"

/**
 * Makes the read model of these products true, in the caller's transaction: lock the products, *then* read the
 * facts, then decide, then write. The order is the whole point: between lock and commit nobody else writes these
 * rows, and what was read is at least as new as what the previous holder of the lock wrote.
 *
 * Where only quantities have changed, as after each sale and each sync, what the product is called, costs and belongs
 * to is neither read nor written: that is half of the work. A product that has come into a channel, or is gone, has no
 * row to leave as it is; then everything is looked at.
 */
export async function refreshProducts(
  tx: Transaction,
  productIds: string[],
  options: TruestockOptions,
  changed: "anything" | "stock" = "anything"
): Promise<StatusChange[]> {
  const ids = [...new Set(productIds)].sort()
  if (ids.length === 0) {
    return []
  }
  await lockProducts(tx, ids)
  const restocked = changed === "stock" ? await readStockFacts(tx, ids) : null
  if (restocked?.facts.every(isWhereItWas)) {
    return writeDecisions(
      tx,
      ids,
      decideRestocked(restocked.facts, restocked.now, options),
      restocked.now,
      options
    )
  }
  const { facts, now } = await readFacts(tx, ids, options.brand)
  return writeDecisions(tx, ids, decideAll(facts, now, options), now, options)
}

/** `description` null = not read: it has not changed, or a change of it is still in the queue. */
type Decided = {
  facts: StockFacts
  description: ProductDescription | null
  decided: ProductAvailability | null
}

export function decideAll(facts: ProductFacts[], now: Date, options: TruestockOptions): Decided[] {
  return facts.map((f) => ({
    facts: f,
    description: f,
    decided: f.is_deleted ? null : decideProduct(f, now, options),
  }))
}

function decideRestocked(facts: StockFacts[], now: Date, options: TruestockOptions): Decided[] {
  return facts.map((f) => ({ facts: f, description: null, decided: decideProduct(f, now, options) }))
}

/** Whether there is a described row for each channel of the product, and none else. */
function isWhereItWas({ is_deleted, channels, previous_channels }: StockFacts): boolean {
  const before = Object.keys(previous_channels)
  return !is_deleted && channels.length === before.length && channels.every(({ id }) => before.includes(id))
}

/** The second half of a refresh: only for products locked since before their facts were read. */
export async function writeDecisions(
  tx: Transaction,
  ids: string[],
  products: Decided[],
  now: Date,
  options: TruestockOptions
): Promise<StatusChange[]> {
  const rows = products.flatMap(({ decided, description }) =>
    decided ? [readModelRows(decided, description)] : []
  )
  const isRestock = products.every(({ description }) => description === null)
  const relisted: Relisted[] = []
  const touched = new Set<string>()
  for (const [kind, table] of isRestock ? STOCK_OF_READ_MODEL : READ_MODEL) {
    const wanted = rows.flatMap((row) => row[kind])
    const replaced = await replaceRows(tx, table, ids, wanted)
    relisted.push(...replaced.filter(isRelisted))
    for (const { product_id } of replaced) touched.add(product_id)
  }
  await writeSummaries(
    tx,
    products.map(({ facts, decided }) => summaryRow(facts, decided, now))
  )

  const changes = products.flatMap(({ facts, decided }) => statusChanges(facts, decided))
  await writeHistory(tx, changes)
  await relist(tx, relisted)
  await noteCrossings(
    tx,
    ids,
    products.map(({ facts }) => facts),
    now,
    options
  )
  if (touched.size > 0) await noteReturns(tx, [...touched])
  // What is told of a product without being in the read model (its description) may have changed, too.
  if (touched.size > 0 || !isRestock) await noteChange(tx)
  return changes
}

/** Only the channel's rows are watched: their key and what they remember is what relisting needs to know. */
const isRelisted = (replaced: Replaced): replaced is Replaced & Relisted => replaced.is_relisted === true
