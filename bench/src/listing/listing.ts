import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { loadCatalogue, settle } from "../catalogue/load-catalogue.js"
import { ONLINE, PUBLISHABLE_KEY } from "../catalogue/shop.js"
import type { Assignment } from "../frame/benchmark.js"
import type { Figures } from "../frame/figures.js"
import { compare } from "../load/compare.js"
import { httpClient, type Http } from "../load/http.js"
import { ENQUEUE_EVERYTHING, untilDrained, untilSent } from "../shop/change-queue.js"
import { migrate } from "../shop/migrate.js"
import { openShop } from "../shop/server.js"
import { checkListing } from "./checks.js"
import { type Contestant, ONE_CHANNEL, PAGE, requests, type Setting, SEVERAL_CHANNELS } from "./requests.js"
import { httpBars, httpTable, type Measured, type MeasuredSetting, statementTable } from "./results.js"
import { statements } from "./statements.js"
import { truth } from "./truth.js"

const FIRST_FILL_LIMIT_MS = 600_000

/** Core's list and ours in one running shop, in turns; then our SQL and a hand-written one, without the shop. */
export async function listing(assignment: Assignment): Promise<Figures> {
  const { databaseUrl, products } = assignment
  await migrate(databaseUrl)
  await loadCatalogue(databaseUrl, products)
  const { checks, overHttp } = await inShop(assignment)
  const inSql = await compareStatements(assignment)
  return {
    tables: [...overHttp.map(httpTable), ...inSql.map(statementTable)],
    checks,
    bars: overHttp.flatMap(httpBars),
  }
}

async function inShop(assignment: Assignment) {
  const { databaseUrl, clients } = assignment
  const shop = await openShop(databaseUrl)
  const http = httpClient(shop.url, { "x-publishable-api-key": PUBLISHABLE_KEY }, Math.max(...clients))
  try {
    await step("Wait for the read model's first fill", () => firstFill(databaseUrl))
    await settle(databaseUrl)
    const offsets = await depths(databaseUrl)
    const paths = requests(offsets.deep, offsets.deepInStock)
    const checks = await step("Compare with the truth", () => checkListing(http, databaseUrl, paths, offsets))
    const several = await compareHttp(http, paths, SEVERAL_CHANNELS, assignment)
    await step("Close the other channels", () => closeOtherChannels(databaseUrl))
    await settle(databaseUrl)
    const one = await compareHttp(http, paths, ONE_CHANNEL, assignment)
    return { checks, overHttp: [...several, ...one] }
  } finally {
    http.close()
    await shop.stop()
  }
}

async function firstFill(databaseUrl: string): Promise<void> {
  await withDatabase(databaseUrl, (client) => client.query(ENQUEUE_EVERYTHING))
  await untilDrained(databaseUrl, FIRST_FILL_LIMIT_MS)
  await untilSent(databaseUrl, FIRST_FILL_LIMIT_MS)
}

async function closeOtherChannels(databaseUrl: string): Promise<void> {
  await withDatabase(databaseUrl, (client) =>
    client.query("update sales_channel set deleted_at = now() where id <> $1", [ONLINE])
  )
  await untilDrained(databaseUrl, FIRST_FILL_LIMIT_MS)
  await untilSent(databaseUrl, FIRST_FILL_LIMIT_MS)
}

/** The offsets at 90 % of each list. */
function depths(databaseUrl: string): Promise<{ deep: number; deepInStock: number }> {
  return withDatabase(databaseUrl, async (client) => {
    const atDepth = async (statuses: string[] | null) =>
      Math.floor((await truth(client, { statuses, limit: PAGE, offset: 0 })).count * 0.9)
    return { deep: await atDepth(null), deepInStock: await atDepth(["in_stock", "low_stock"]) }
  })
}

async function compareHttp(
  http: Http,
  paths: ReturnType<typeof requests>,
  setting: Setting,
  { clients, seconds }: Assignment
): Promise<MeasuredSetting[]> {
  const names = setting.lines.map((line) => line.contestant)
  const calls = Object.fromEntries(names.map((name) => [name, () => http.get(paths[name])]))
  const contestants = calls as Record<Contestant, () => Promise<unknown>>
  const measured = await measure(contestants, clients, seconds, `requests, ${setting.name}`)
  return measured.map((one) => ({ ...one, setting }))
}

async function compareStatements({ databaseUrl, clients }: Assignment) {
  const { contestants, close } = statements(databaseUrl, Math.max(...clients))
  try {
    return await measure(contestants, clients, 1, "statements")
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
