import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TruestockOptions } from "../../../options"
import { decideAll } from "../drain/refresh-products"
import { readModelRows, summaryRow } from "../drain/read-model-rows"
import { isQuiet } from "../sql/is-quiet"
import { readFacts } from "../sql/read-facts"
import { compareRows, READ_MODEL } from "../sql/replace-rows"
import { compareSummaries } from "../sql/write-summaries"

export type Differences = {
  differing: string[]
  /** Whether no change was on its way at that moment: then what differs is wrong, and not only late. */
  is_final: boolean
}

/**
 * Which of these products have a read model that is not what the rules say of them (I8). Facts, rows and queue are
 * read from one snapshot, without a lock.
 */
export async function findDifferences(
  connection: Knex,
  productIds: string[],
  options: TruestockOptions
): Promise<Differences> {
  return connection.transaction(
    async (tx) => {
      const { facts, now } = await readFacts(tx, productIds, options.brand)
      const products = decideAll(facts, now, options)
      const rows = products.flatMap(({ facts, decided }) => (decided ? [readModelRows(facts, decided)] : []))
      const differing = new Set(
        await compareSummaries(
          tx,
          products.map(({ facts, decided }) => summaryRow(facts, decided, now))
        )
      )
      for (const [kind, table] of READ_MODEL) {
        const wanted = rows.flatMap((row) => row[kind])
        for (const id of await compareRows(tx, table, productIds, wanted)) differing.add(id)
      }
      return { differing: [...differing].sort(), is_final: await isQuiet(tx) }
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
}
