import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { loadCatalogue, settle } from "../catalogue/load-catalogue.js"
import { raw } from "../catalogue/numbers.js"
import type { Figures, Row } from "../frame/figures.js"
import { times } from "../frame/turns.js"
import { makeCopies } from "../shop/copies.js"
import { migrate } from "../shop/migrate.js"
import { BOOKSTORE, PLAIN_SHOP } from "../shop/server.js"
import { type ServiceProcess, startServices } from "../shop/service-process.js"
import { phasesOf } from "./phases.js"
import { adopt, Files, run } from "./titles.js"

const CORE_BATCH = 500
const FEW = 2_000
const MOST_OF_A_CALL = 10_000
const MOST_OF_RAW = 3

/** Set-based, as a sync would write it that keeps no books. */
const BY_HAND = `
  update inventory_level l set stocked_quantity = k.quantity, raw_stocked_quantity = ${raw("k.quantity")}, updated_at = now()
  from unnest(cast(? as text[]), cast(? as integer[])) as k(item, quantity)
  where l.inventory_item_id = k.item and l.location_id = ? and l.deleted_at is null`

type Shop = { databaseUrl: string; services: ServiceProcess; files: Files; items: string[]; location: string }
type Taken = { name: string; ms: number; phases?: Record<string, number> }

/** Syncs of a whole file in which everything, little or nothing has changed; against core's workflow and raw SQL. */
export async function syncing(given: {
  databaseUrl: string
  products: number
  folder: string
}): Promise<Figures> {
  const { databaseUrl, products } = given
  const files = await Files.open(given.folder, products)
  process.env.INGRAM_FEEDS = files.folder
  await migrate(databaseUrl)
  await loadCatalogue(databaseUrl, products)
  await files.put((n) => 10 + (n % 40))
  const services = await startServices(databaseUrl, BOOKSTORE)
  await services.perform({ method: "truestock.setUpDistributor", calls: [["ingram"]], clients: 1 })
  await adopt(databaseUrl, files, services)
  const { items, location } = await levelsOf(databaseUrl)
  await services.stop()
  const copies = await makeCopies(databaseUrl)
  for (const url of [copies.plain, copies.all]) await settle(url)
  const [ours, plain] = [
    await startServices(copies.all, BOOKSTORE),
    await startServices(copies.plain, PLAIN_SHOP),
  ]
  try {
    const shop = { databaseUrl, services: ours, files, items, location }
    return figuresOf(products, {
      syncs: await measureSyncs(shop),
      others: await measureOthers(shop, plain),
    })
  } finally {
    await Promise.all([ours.stop(), plain.stop()])
    await copies.drop()
  }
}

async function measureSyncs(shop: Shop): Promise<Taken[]> {
  const everything = (more: number) => (n: number) => 10 + more + (n % 40)
  const sync = async (name: string, onHandOf: (n: number) => number, changed: number): Promise<Taken> => {
    await shop.files.put(onHandOf)
    await settle(shop.databaseUrl)
    return step(`Measure: a sync, ${name}`, async () => {
      const began = performance.now()
      const { result, phases } = await phasesOf(shop.databaseUrl, () => run(shop.services, { kind: "sync" }))
      const ms = performance.now() - began
      if (result.status !== "done" || (result.counts.levels ?? 0) !== changed) {
        throw new Problem(`The sync ended as ${JSON.stringify(result)}; ${changed} levels were to change.`)
      }
      return { name, ms, phases }
    })
  }
  const all = shop.items.length
  return [
    await sync("nothing changed", everything(0), 0),
    await sync("everything changed", everything(1), all),
    await sync(`${FEW} changed`, (n) => everything(1)(n) + (n < FEW ? 1 : 0), FEW),
  ]
}

async function measureOthers({ services, items, location }: Shop, plain: ServiceProcess): Promise<Taken[]> {
  const timed = async (
    name: string,
    shop: ServiceProcess,
    method: string,
    calls: unknown[][]
  ): Promise<Taken> =>
    step(`Measure: ${name}`, async () => {
      const done = await shop.perform({ method, calls, clients: 1 })
      if (done.times.length < calls.length)
        throw new Problem(`${name} failed: ${done.errors[0] ?? "refused"}`)
      return { name, ms: done.elapsed_ms }
    })
  const few = items.slice(0, FEW)
  const updates = (chosen: string[]) =>
    chosen.map((inventory_item_id, n) => ({
      inventory_item_id,
      location_id: location,
      stocked_quantity: 3 + (n % 50),
    }))
  const core = Array.from({ length: FEW / CORE_BATCH }, (_, n) =>
    updates(few).slice(n * CORE_BATCH, (n + 1) * CORE_BATCH)
  )
  // The most that a call of ours takes.
  const ours = Array.from({ length: Math.ceil(items.length / MOST_OF_A_CALL) }, (_, n) => [
    items
      .slice(n * MOST_OF_A_CALL, (n + 1) * MOST_OF_A_CALL)
      .map((inventory_item_id) => ({ inventory_item_id, location_id: location, adjustment: 1 })),
    { reason: "sync" },
  ])
  const byHand = (chosen: string[]) => [[BY_HAND, [chosen, chosen.map((_, n) => 5 + (n % 50)), location]]]
  return [
    await timed(`core's updateInventoryLevelsWorkflow, ${FEW}`, services, "updateLevels", core),
    await timed("levels alone with ledger and feed, all", services, "truestock.adjustInventory", ours),
    await timed(`raw UPDATE, ${FEW}`, plain, "sql", byHand(few)),
    await timed(`raw UPDATE, all`, plain, "sql", byHand(items)),
  ]
}

/** The items of the distributor's location. */
function levelsOf(databaseUrl: string): Promise<{ items: string[]; location: string }> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ item: string; location: string }>(
      `select l.inventory_item_id as item, l.location_id as location from inventory_level l
       join distributor_source s on s.location_id = l.location_id where l.deleted_at is null order by md5(l.id)`
    )
    if (rows.length === 0) throw new Problem("No title of the distributor has a level.")
    return { items: rows.map(({ item }) => item), location: rows[0]!.location }
  })
}

function figuresOf(titles: number, { syncs, others }: { syncs: Taken[]; others: Taken[] }): Figures {
  const [nothing, everything, few] = syncs as [Taken, Taken, Taken]
  const [coreFew, levels, rawFew, rawAll] = others as [Taken, Taken, Taken, Taken]
  const seconds = (ms: number | undefined) => (ms ?? 0) / 1000
  const line = ({ name, ms, phases }: Taken, against: number | null): Row => ({
    name,
    values: [
      ...[ms, phases?.staging, phases?.guarding, phases?.applying, phases?.confirming].map(seconds),
      against === null ? null : times((phases?.applying ?? ms) / against),
    ],
  })
  return {
    tables: [
      {
        title: `stock of ${titles.toLocaleString("en-US")} titles taken over from a full`,
        columns: ["s", "read, compare", "guard", "apply", "confirm", "to raw UPDATE"],
        rows: [
          line(nothing, null),
          line(everything, rawAll.ms),
          line(few, rawFew.ms),
          line(coreFew, rawFew.ms),
          line(levels, rawAll.ms),
          line(rawFew, rawFew.ms),
          line(rawAll, rawAll.ms),
        ],
        note: "apply: levels with ledger and feed, the queue's titles, products' figures per place, what the availability is told",
      },
    ],
    checks: [],
    bars: [
      {
        ...{ name: "levels with ledger and feed, to a raw UPDATE of as many", value: levels.ms / rawAll.ms },
        ...{ unit: "x", atMost: MOST_OF_RAW },
      },
    ],
  }
}
