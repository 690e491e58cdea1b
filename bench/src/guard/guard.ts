import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { loadCatalogue, settle } from "../catalogue/load-catalogue.js"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Assignment } from "../frame/benchmark.js"
import type { Figures } from "../frame/figures.js"
import { migrate } from "../shop/migrate.js"
import { checkout } from "./checkout.js"
import { makeCopies } from "../shop/copies.js"
import { coreCalls } from "./core-calls.js"
import { crowd } from "./crowd.js"
import { hotItem } from "./hot-item.js"
import { ledger } from "./ledger.js"
import { longLedger } from "./long-ledger.js"
import { plans } from "./plans.js"
import { loadShipping } from "./shipping.js"

/** Half of them have stock, and the sections need some thousands that do. */
const FEWEST_PRODUCTS = 10_000

/** What lock-first, guard and ledger cost: core's paths and raw SQL, each with and without them. */
export async function guard({ databaseUrl, products, clients }: Assignment): Promise<Figures> {
  if (products < FEWEST_PRODUCTS) {
    throw new Problem(`This benchmark needs --products ${FEWEST_PRODUCTS} at least.`)
  }
  await migrate(databaseUrl)
  await loadCatalogue(databaseUrl, products)
  await loadShipping(databaseUrl, products)
  const items = await stockedItems(databaseUrl)
  const copies = await makeCopies(databaseUrl)
  for (const url of [copies.plain, copies.ledger, copies.all]) await settle(url)
  const sections = [
    () => checkout(copies, clients),
    () => coreCalls(copies, items.slice(0, 2_000)),
    () => crowd(copies, items.slice(2_000)),
    () => ledger(copies),
    () => hotItem(copies, [items[0]!, items[1]!]),
    () => plans(copies, items),
    () => longLedger(copies, items, products),
  ]
  const figures: Figures = { tables: [], checks: [], bars: [] }
  for (const section of sections) {
    const { tables, checks, bars } = await section()
    figures.tables.push(...tables)
    figures.checks.push(...checks)
    figures.bars.push(...bars)
  }
  await copies.drop()
  return figures
}

/** Items with stock to sell, in no order that any table has. */
async function stockedItems(databaseUrl: string): Promise<string[]> {
  const { rows } = await withDatabase(databaseUrl, (client) =>
    client.query<{ id: string }>(
      `select inventory_item_id as id from inventory_level where location_id = $1 and stocked_quantity >= 20
       order by md5(inventory_item_id)`,
      [MAIN_LOCATION]
    )
  )
  return rows.map(({ id }) => id)
}
