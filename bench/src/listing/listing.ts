import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { loadCatalogue, settle } from "../catalogue/load-catalogue.js"
import { ONLINE } from "../catalogue/shop.js"
import type { Assignment } from "../frame/benchmark.js"
import type { Bar, Figures, Table } from "../frame/figures.js"
import { compare } from "../load/compare.js"
import { untilDrained, untilSent } from "../shop/change-queue.js"
import { migrate } from "../shop/migrate.js"
import { openShop } from "../shop/server.js"
import { checkAgainstCore, checkListing } from "./checks.js"
import { depths } from "./depths.js"
import { fillLimitMs, firstFill } from "./first-fill.js"
import { storefront } from "./get.js"
import { type Contestant, requests, type Requests } from "./requests.js"
import { httpBars, httpTable, type Measured, type MeasuredSetting } from "./results.js"
import { isCoreAskedWithChannels, oneChannel, type Setting, severalChannels } from "./settings.js"
import { type Place, statementBars, statements, statementTable } from "./statements.js"

type Storefront = ReturnType<typeof storefront>

/** Core's list and ours in one running shop, in turns; then our SQL and a hand-written one, without the shop. */
export async function listing(assignment: Assignment): Promise<Figures> {
  const { databaseUrl, products } = assignment
  await migrate(databaseUrl)
  await loadCatalogue(databaseUrl, products)
  const { filled, checks, overHttp } = await inShop(assignment)
  const inSql = [
    await compareStatements(assignment, "category"),
    await compareStatements(assignment, "channel"),
  ]
  return {
    tables: [filled, ...overHttp.map(httpTable), ...inSql.flatMap(({ tables }) => tables)],
    checks,
    bars: [...overHttp.flatMap(httpBars), ...inSql.flatMap(({ bars }) => bars)],
  }
}

async function inShop(assignment: Assignment) {
  const { databaseUrl, products, clients } = assignment
  const shop = await openShop(databaseUrl)
  const store = storefront(shop.url, Math.max(...clients))
  try {
    const filled = await firstFill(databaseUrl, products)
    await settle(databaseUrl)
    const where = await depths(databaseUrl, store.get)
    const asked = requests(where)
    const checks = await step("Compare with the truth", async () => [
      ...(await checkListing(store.get, databaseUrl, asked, where)),
      ...(isCoreAskedWithChannels(products) ? await checkAgainstCore(store.get, asked) : []),
    ])
    const overHttp: MeasuredSetting[] = []
    for (const setting of severalChannels(products)) {
      overHttp.push(...(await compareHttp(store, asked, setting, assignment)))
    }
    await step("Close the other channel", () => closeOtherChannels(databaseUrl, products))
    await settle(databaseUrl)
    overHttp.push(...(await compareHttp(store, asked, oneChannel(products), assignment)))
    return { filled, checks, overHttp }
  } finally {
    store.close()
    await shop.stop()
  }
}

async function closeOtherChannels(databaseUrl: string, products: number): Promise<void> {
  await withDatabase(databaseUrl, (client) =>
    client.query("update sales_channel set deleted_at = now() where id <> $1", [ONLINE])
  )
  await untilDrained(databaseUrl, fillLimitMs(products), "products to go")
  await untilSent(databaseUrl, fillLimitMs(products))
}

async function compareHttp(
  store: Storefront,
  asked: Requests,
  setting: Setting,
  { clients, seconds }: Assignment
): Promise<MeasuredSetting[]> {
  const names = [...new Set(setting.lines.flatMap((line) => [line.contestant, line.against]))]
  const calls = Object.fromEntries(names.map((name) => [name, () => store.send(asked[name])]))
  const contestants = calls as Record<Contestant, () => Promise<unknown>>
  const measured = await measure(contestants, clients, seconds, `requests, ${setting.name}`)
  return measured.map((one) => ({ ...one, setting }))
}

async function compareStatements(
  { databaseUrl, clients, products }: Assignment,
  place: Place
): Promise<{ tables: Table[]; bars: Bar[] }> {
  const { contestants, close } = await statements(databaseUrl, place, Math.max(...clients))
  try {
    const measured = await measure(contestants, clients, 1, `statements, ${place}`)
    return {
      tables: measured.map((one) => statementTable(place, one)),
      bars: measured.flatMap((one) => statementBars(place, one, products)),
    }
  } finally {
    await close()
  }
}

async function measure<Name extends string>(
  contestants: Record<Name, () => Promise<unknown>>,
  clients: number[],
  seconds: number,
  what: string
): Promise<Measured<Name>[]> {
  const measured: Measured<Name>[] = []
  for (const n of clients) {
    const results = await step(`Measure ${what}, ${n} at a time`, () => compare(contestants, n, seconds))
    measured.push({ clients: n, results })
  }
  return measured
}
