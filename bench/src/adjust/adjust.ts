import { Problem } from "../../../scripts/process/problem.mjs"
import { loadCatalogue, settle } from "../catalogue/load-catalogue.js"
import type { Assignment } from "../frame/benchmark.js"
import type { Figures } from "../frame/figures.js"
import { makeCopies } from "../shop/copies.js"
import { migrate } from "../shop/migrate.js"
import { stockUp } from "../shop/plenty.js"
import { BOOKSTORE, PLAIN_SHOP } from "../shop/server.js"
import { startServices } from "../shop/service-process.js"
import { bulk, LEVELS } from "./bulk.js"
import { checkBooks } from "./checks.js"
import { singles } from "./singles.js"

/** Changes of stock: ten thousand levels at once, and one level a call; against core's service and raw SQL. */
export async function adjust({ databaseUrl, products, clients, seconds }: Assignment): Promise<Figures> {
  if (products < LEVELS) throw new Problem(`This benchmark needs --products ${LEVELS} at least.`)
  await migrate(databaseUrl)
  await loadCatalogue(databaseUrl, products)
  const items = await stockUp(databaseUrl)
  const copies = await makeCopies(databaseUrl)
  for (const url of [copies.plain, copies.all]) await settle(url)
  const withPlugin = await startServices(copies.all, BOOKSTORE)
  const without = await startServices(copies.plain, PLAIN_SHOP)
  try {
    // What we did, for the ledger to be compared with.
    const tally = { units: 0 }
    const together = await bulk({ all: copies.all, plain: copies.plain, withPlugin, without }, items, tally)
    const apart = await singles(withPlugin, items, { clients, seconds }, tally)
    return {
      tables: [...together.tables, ...apart.tables],
      checks: [...together.checks, ...apart.checks, ...(await checkBooks(copies.all, tally.units))],
      bars: [...together.bars, ...apart.bars],
    }
  } finally {
    await Promise.all([withPlugin.stop(), without.stop()])
    await copies.drop()
  }
}
