import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TruestockOptions } from "../../../options"
import { decideAll } from "../drain/refresh-products"
import { readModelRows, summaryRow } from "../drain/read-model-rows"
import { findLateProducts } from "../sql/find-late-products"
import { readFacts } from "../sql/read-facts"
import { compareRows, READ_MODEL } from "../sql/replace-rows"
import { compareSummaries } from "../sql/write-summaries"

/**
 * Which of these products have a read model that is not what the rules say of them (I8). Facts, rows and queue are
 * read from one snapshot, without a lock: what differs and has nothing on its way is wrong, and not only late.
 */
export async function findDifferences(
  connection: Knex,
  productIds: string[],
  options: TruestockOptions
): Promise<string[]> {
  return connection.transaction(
    async (tx) => {
      const { facts, now } = await readFacts(tx, productIds, options.brand)
      const products = decideAll(facts, now, options)
      const rows = products.flatMap(({ decided, description }) =>
        decided ? [readModelRows(decided, description)] : []
      )
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
      if (differing.size === 0) return []
      const late = await findLateProducts(tx, [...differing])
      return [...differing].filter((id) => !late.has(id)).sort()
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
}
