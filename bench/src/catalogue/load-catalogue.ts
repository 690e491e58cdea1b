import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { PRODUCTS } from "./products.js"
import { SHOP } from "./shop.js"
import { STOCK } from "./stock.js"
import { BRANDS_OF_PRODUCTS, TAXONOMY } from "./taxonomy.js"

const ONCE = [...SHOP, ...TAXONOMY].map((statement) => ({ ...statement, isOnce: true }))

/**
 * Fills Medusa's tables with a made-up catalogue, some thousands of products a second. Constraints, indexes and the
 * plugin's triggers are on, as when a shop writes. The read model is left empty and nothing is queued.
 */
export async function loadCatalogue(databaseUrl: string, products: number): Promise<void> {
  await step(`Load ${products.toLocaleString("en-US")} products by SQL`, () =>
    withDatabase(databaseUrl, async (client) => {
      await client.query(`create temporary table g as select i from generate_series(1, ${products}) i`)
      await client.query("analyze g")
      for (const { what, sql, isOnce } of [...ONCE, ...PRODUCTS, BRANDS_OF_PRODUCTS, ...STOCK]) {
        const { rowCount } = await client.query(sql)
        if (!isOnce) console.log(`  ${what}: ${rowCount?.toLocaleString("en-US")}`)
      }
      await client.query("truncate availability_change")
    })
  )
  await settle(databaseUrl)
}

/** What autovacuum brings about by itself a minute later. */
export async function settle(databaseUrl: string): Promise<void> {
  await step("Vacuum and analyse", () =>
    withDatabase(databaseUrl, (client) => client.query("vacuum analyze"))
  )
}
