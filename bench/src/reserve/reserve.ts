import { Problem } from "../../../scripts/process/problem.mjs"
import { loadCatalogue, settle } from "../catalogue/load-catalogue.js"
import type { Assignment } from "../frame/benchmark.js"
import type { Bar, Figures } from "../frame/figures.js"
import { clean, rates, type Rates, rateTable } from "../load/rates.js"
import { makeCopies } from "../shop/copies.js"
import { migrate } from "../shop/migrate.js"
import { stockUp } from "../shop/plenty.js"
import { checkBooks } from "./checks.js"
import { type Contestant, CONTESTANTS, contestants, CORE_WORKFLOW, OURS, RAW } from "./contestants.js"
import { expiry } from "./expiry.js"
import { hold } from "./holds.js"
import { lastCopies } from "./last-copies.js"
import { openShops } from "./shops.js"

const FEWEST_PRODUCTS = 10_000
const SPREAD = 10_000
const HELD_MEANWHILE = 1_000
const FASTER_THAN_CORE = 10
const OF_RAW_SQL = 0.5

/** One unit reserved, by everybody who can: of one hot item, and spread over ten thousand. Then holds that expire. */
export async function reserve({ databaseUrl, products, clients, seconds }: Assignment): Promise<Figures> {
  if (products < FEWEST_PRODUCTS) {
    throw new Problem(`This benchmark needs --products ${FEWEST_PRODUCTS} at least.`)
  }
  await migrate(databaseUrl)
  await loadCatalogue(databaseUrl, products)
  const items = await stockUp(databaseUrl)
  const copies = await makeCopies(databaseUrl)
  for (const url of [copies.plain, copies.all]) await settle(url)
  const shops = await openShops(copies)
  try {
    const figures: Figures = { tables: [], checks: [], bars: [] }
    // Everybody has a hot item of their own: nobody pays for what another one left behind there.
    const hot = items.slice(0, CONTESTANTS)
    const apart = items.slice(-4) as [string, string, string, string]
    const spread = items.slice(CONTESTANTS, -apart.length).slice(0, SPREAD)
    // As in a shop that is open: other carts hold something, and the guard has to ask.
    await hold(shops.all, spread.slice(0, HELD_MEANWHILE), 86_400)
    for (const n of clients) {
      const one = contestants(shops, (contestant) => [hot[contestant]!], spread)
      const many = contestants(shops, () => spread, spread)
      for (const [what, callers] of Object.entries({ "one item": one, [`some 10,000 items`]: many })) {
        const measured = await rates(callers, { what: `reservations of ${what}`, clients: n, seconds })
        figures.tables.push(rateTable(`one unit of ${what}, ${n} at a time`, measured, OURS))
        figures.checks.push(...ours(measured, `${what}, ${n} at a time`))
        if (what === "one item" && n === Math.max(...clients)) figures.bars.push(...barsOf(measured, n))
      }
    }
    const [first, second, third, expiring] = apart
    for (const section of [
      await expiry(shops, expiring, seconds),
      await lastCopies(shops, [first, second, third]),
    ]) {
      figures.tables.push(...section.tables)
      figures.checks.push(...section.checks)
      figures.bars.push(...section.bars)
    }
    figures.checks.push(...(await checkBooks(shops)))
    return figures
  } finally {
    await shops.stop()
    await copies.drop()
  }
}

function ours(measured: Rates<Contestant>, what: string) {
  const isOurs = (name: string) => !name.startsWith("core's") && name !== RAW
  const entries = Object.entries(measured).filter(([name]) => isOurs(name))
  return entries.map(([name, rate]) => clean(`${name}, ${what}`, rate))
}

function barsOf(measured: Rates<Contestant>, clients: number): Bar[] {
  const against = (other: Contestant) => measured[OURS].per_second / measured[other].per_second
  const what = `reserves of one item, ${clients} at a time, against`
  return [
    {
      ...{ name: `${what} core's workflow`, value: against(CORE_WORKFLOW) },
      ...{ unit: "x", atLeast: FASTER_THAN_CORE },
    },
    { name: `${what} one statement of raw SQL`, value: against(RAW), unit: "x", atLeast: OF_RAW_SQL },
  ]
}
