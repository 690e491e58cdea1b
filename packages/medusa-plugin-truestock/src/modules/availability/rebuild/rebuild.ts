import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TruestockOptions } from "../../../options"
import { refreshProducts } from "../drain/refresh-products"
import { relist } from "../listing/relist"
import type { Relisted } from "../listing/relisted"
import { findMisplaced } from "../listing/sql/find-misplaced"
import { removeOrphans } from "../listing/sql/remove-orphans"
import { findWrongCounts, mendCounts, type WrongCount } from "../listing/sql/wrong-counts"
import { lockProducts } from "../sql/lock-products"
import { BEST_FIRST } from "../status"
import { differingProducts } from "./differing-products"
import { type Failure, forAsManyAsPossible } from "./for-as-many-as-possible"

const BATCH_SIZE = 500
/** Products with a wrong entry that a comparison names; all are counted. */
const MOST_NAMED = 10_000

export type RebuildPart = "read_model" | "listing" | "counts"

/** What a step of a rebuild came across. */
export type RebuildStep = {
  part: RebuildPart
  /** Products looked at; 0 where whole tables are compared at once. */
  looked_at: number
  /** How many differ: products, or counts. */
  wrong: number
  /** Which; of very many only the first. */
  differing: string[]
  failed: Failure[]
}

/**
 * Compares everything that is derived with what it is derived from, and mends what differs when told to: the read
 * model with the rules applied to the facts (I8), the listing's entries with the read model, the counts with the
 * entries (I9). Each mend is a transaction of its own; stopped anywhere, the next run finds the rest.
 */
export async function* rebuild(
  connection: Knex,
  options: TruestockOptions,
  { apply }: { apply: boolean }
): AsyncGenerator<RebuildStep> {
  yield* rebuildReadModel(connection, options, apply)
  if (apply) yield* rebuildListing(connection)
  else yield* compareListing(connection)
  yield await rebuildCounts(connection, apply)
}

async function* rebuildReadModel(
  connection: Knex,
  options: TruestockOptions,
  apply: boolean
): AsyncGenerator<RebuildStep> {
  const refresh = (ids: string[]) => connection.transaction((tx) => refreshProducts(tx, ids, options))
  for await (const { looked_at, differing } of differingProducts(connection, options)) {
    const { failed } = apply ? await forAsManyAsPossible(differing, (id) => id, refresh) : { failed: [] }
    yield { part: "read_model", looked_at, wrong: differing.length, differing, failed }
  }
}

async function* compareListing(connection: Knex): AsyncGenerator<RebuildStep> {
  const { count, misplaced } = await findMisplaced(connection, "", MOST_NAMED)
  yield { part: "listing", looked_at: 0, wrong: count, differing: productsOf(misplaced), failed: [] }
}

/** Batch by batch in product order: what cannot be mended is passed by. */
async function* rebuildListing(connection: Knex): AsyncGenerator<RebuildStep> {
  const mend = (misplaced: Relisted[]) =>
    connection.transaction(async (tx) => {
      await lockProducts(tx, productsOf(misplaced))
      await relist(tx, misplaced)
    })
  for (let after = ""; ;) {
    const { misplaced } = await findMisplaced(connection, after, BATCH_SIZE)
    if (misplaced.length === 0) return
    const differing = productsOf(misplaced)
    after = differing.at(-1)!
    const ofScopes = misplaced.filter((one) => one.sales_channel_id !== null)
    const { failed } = await forAsManyAsPossible(ofScopes, (one) => one.product_id, mend)
    if (ofScopes.length < misplaced.length) await connection.transaction(removeOrphans)
    yield { part: "listing", looked_at: 0, wrong: differing.length, differing, failed }
  }
}

const productsOf = (misplaced: Relisted[]) => [...new Set(misplaced.map((one) => one.product_id))].sort()

async function rebuildCounts(connection: Knex, apply: boolean): Promise<RebuildStep> {
  const wrong = await findWrongCounts(connection)
  if (apply && wrong.length > 0) await connection.transaction(mendCounts)
  return { part: "counts", looked_at: 0, wrong: wrong.length, differing: wrong.map(sentenceOf), failed: [] }
}

/** "sc_1, category pcat_2, in_stock and purchasable: kept 5, counted 6" */
export function sentenceOf(wrong: WrongCount): string {
  const { sales_channel_id, category_id, status_rank, purchasable, kept, counted } = wrong
  const scope = `${sales_channel_id ?? `scope ${wrong.scope_id}`}${category_id ? `, category ${category_id}` : ""}`
  const status = `${BEST_FIRST[status_rank]}${purchasable ? "" : ", not purchasable"}`
  return `${scope}, ${status}: kept ${kept}, counted ${counted}`
}
