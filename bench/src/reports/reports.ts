import { loadCatalogue } from "../catalogue/load-catalogue.js"
import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { Problem } from "../../../scripts/process/problem.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import type { Assignment } from "../frame/benchmark.js"
import type { Check, Figures, Row } from "../frame/figures.js"
import { median } from "../frame/medians.js"
import { migrate } from "../shop/migrate.js"
import { BOOKSTORE } from "../shop/server.js"
import { type ServiceProcess, startServices } from "../shop/service-process.js"
import { same, truthAt } from "./checks.js"
import { fillLedger } from "./ledger.js"

const MOST_MS = 2_000
const ROUNDS = 3
const PAGE = { limit: 100 }
const DAY_MS = 86_400_000
const AGO = [0, 100, 400, 700]

type Question = { name: string; args: [string, object] }

/** Reports from a long ledger: each against the bar of 2 s, and what they say against plain SQL. */
export async function reports({ databaseUrl, products }: Assignment): Promise<Figures> {
  await migrate(databaseUrl)
  await loadCatalogue(databaseUrl, products)
  const { levels, movements } = await fillLedger(databaseUrl)
  const services = await startServices(databaseUrl, BOOKSTORE)
  try {
    const kept = await call(services, "truestock.keepSnapshots", [])
    if (kept.answer === 0) {
      throw new Problem("No snapshot was written: see reports/keep-snapshots.ts for what it waits for.")
    }
    await step("Vacuum and analyse", () =>
      withDatabase(databaseUrl, (client) => client.query("vacuum analyze"))
    )
    const now = Date.now()
    const questions = [...AGO.flatMap((days) => atMoment(now, days)), ...overSpans(now)]
    const rows: Row[] = []
    const checks: Check[] = []
    await step("Measure reports", async () => {
      for (const question of questions) {
        const times: number[] = []
        for (let round = 0; round <= ROUNDS; round++) {
          const { ms } = await call(services, "truestock.report", question.args)
          if (round > 0) times.push(ms)
        }
        rows.push({ name: question.name, values: [median(times), Math.max(...times)] })
      }
      for (const days of AGO)
        checks.push(...(await compare(services, databaseUrl, new Date(now - days * DAY_MS))))
    })
    const slowest = rows.reduce((a, b) => (Number(a.values[0]) > Number(b.values[0]) ? a : b))
    const size = await sizeOfSnapshots(databaseUrl)
    return {
      tables: [
        {
          title: `reports over ${levels.toLocaleString("en-US")} levels and ${movements.toLocaleString("en-US")} movements`,
          columns: ["median ms", "longest ms"],
          rows,
          note: `a page of ${PAGE.limit} rows and the totals of all; snapshots: ${size}, written in ${Math.round(kept.ms / 1000)} s`,
        },
      ],
      checks,
      bars: [
        {
          ...{ name: `the slowest report (${slowest.name})`, value: Number(slowest.values[0]) },
          ...{ unit: " ms", atMost: MOST_MS },
        },
      ],
    }
  } finally {
    await services.stop()
  }
}

function atMoment(now: number, days: number): Question[] {
  const when = days === 0 ? "now" : `${days} days ago`
  const asked = { ...PAGE, ...(days > 0 && { date: new Date(now - days * DAY_MS).toISOString() }) }
  const all = { include_reserved: true, include_incoming: true }
  return [
    ...["location", "item", "category", "status"].map((group_by) => ({
      name: `by ${group_by}, ${when}`,
      args: ["", { ...asked, ...all, group_by }] as [string, object],
    })),
    ...["low-stock", "value", "ageing", "dead-stock"].map((name) => ({
      name: `${name}, ${when}`,
      args: [name, asked] as [string, object],
    })),
  ]
}

function overSpans(now: number): Question[] {
  return [30, 365, 729].flatMap((days) =>
    ["sell-through", "shrinkage"].map((name) => ({
      name: `${name}, ${days} days`,
      args: [name, { ...PAGE, from: new Date(now - days * DAY_MS).toISOString() }] as [string, object],
    }))
  )
}

async function compare(services: ServiceProcess, databaseUrl: string, date: Date): Promise<Check[]> {
  const truth = await truthAt(databaseUrl, date)
  const asked = { ...PAGE, date: date.toISOString() }
  const told = (
    await call(services, "truestock.report", ["", { ...asked, group_by: "location", include_reserved: true }])
  ).totals
  const worth = (await call(services, "truestock.report", ["ageing", asked])).totals
  const day = date.toISOString().slice(0, 10)
  return [
    same(`stocked on ${day}`, told.stocked_quantity, truth.stocked_quantity),
    same(`reserved on ${day}`, told.reserved_quantity, truth.reserved_quantity),
    same(`what is on hand by age on ${day}`, worth.stocked_quantity, truth.stocked_quantity),
  ]
}

async function call(services: ServiceProcess, method: string, args: unknown[]) {
  const done = await services.perform({ method, calls: [args], clients: 1, answers: true })
  if (done.times.length === 0) throw new Problem(`${method} failed: ${done.errors[0] ?? "refused"}`)
  const answer = done.answers?.[0]
  return { ms: done.times[0]!, answer, totals: (answer ?? {}) as Record<string, unknown> }
}

function sizeOfSnapshots(databaseUrl: string): Promise<string> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ told: string }>(
      `select count(*) || ' of ' || pg_size_pretty(pg_total_relation_size('stock_snapshot_place')) || ', the ledger '
         || pg_size_pretty(pg_total_relation_size('stock_movement')) as told from stock_snapshot`
    )
    return rows[0]!.told
  })
}
