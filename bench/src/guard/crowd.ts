import { withDatabase } from "../../../scripts/postgres/database.mjs"
import { step } from "../../../scripts/process/steps.mjs"
import { raw } from "../catalogue/numbers.js"
import { MAIN_LOCATION } from "../catalogue/shop.js"
import type { Check, Figures, Row } from "../frame/figures.js"
import { median, percentile } from "../frame/medians.js"
import { BOOKSTORE, PLAIN_SHOP } from "../shop/server.js"
import type { Copies } from "../shop/copies.js"
import { type ServiceProcess, startServices } from "../shop/service-process.js"
import type { Done } from "../shop/service-worker.cjs"

const CLIENTS = 32
const CALLS = 960
const UNITS = 600
const SPREAD = 10_000
const PLENTY = 1_000_000

type Crowd = { name: string; done: Done; seconds: number }

/** 32 clients through core's reservation workflow: all after one title, and each after some of 10,000. */
export async function crowd({ all, plain }: Copies, items: string[]): Promise<Figures> {
  const runs: Crowd[] = []
  const checks: Check[] = []
  const [hot, hotter, ...others] = items as [string, string, ...string[]]
  const spread = others.slice(0, SPREAD)
  const without = await startServices(plain, PLAIN_SHOP)
  try {
    await stock(plain, hot)
    runs.push(await rush("without, one item, 1 process", [without], [hot]))
    runs.push(await rush("without, 10,000 items, 1 process", [without], spread))
  } finally {
    await without.stop()
  }
  const processes = [await startServices(all, BOOKSTORE), await startServices(all, BOOKSTORE)]
  try {
    for (const [item, used] of [
      [hot, processes.slice(0, 1)],
      [hotter, processes],
    ] as const) {
      await stock(all, item)
      const run = await rush(`with, one item, ${count(used)}`, used, [item])
      await stock(all, item, PLENTY)
      runs.push(run)
      checks.push(clean(run), soldExactly(run))
    }
    for (const used of [processes.slice(0, 1), processes]) {
      const run = await rush(`with, 10,000 items, ${count(used)}`, used, spread)
      runs.push(run)
      checks.push(clean(run))
    }
  } finally {
    await Promise.all(processes.map(({ stop }) => stop()))
  }
  return {
    tables: [{ title: `${CLIENTS} clients, core's workflow`, columns: COLUMNS, rows: runs.map(row) }],
    checks,
    bars: [],
  }
}

const COLUMNS = ["granted", "refused", "timed out", "errors", "granted per s", "p50 ms", "p95 ms"]

function row({ name, done, seconds }: Crowd): Row {
  const { times, refused, timed_out, errors } = done
  const [p50, p95] = [median(times), percentile(times, 95)]
  return { name, values: [times.length, refused, timed_out, errors.length, times.length / seconds, p50, p95] }
}

const count = (processes: readonly unknown[]) =>
  processes.length === 1 ? "1 process" : `${processes.length} processes`

/** By default not for all that ask below: some go away empty. */
function stock(databaseUrl: string, item: string, units = UNITS): Promise<unknown> {
  return withDatabase(databaseUrl, (client) =>
    client.query(
      `update inventory_level set stocked_quantity = ${units}, raw_stocked_quantity = ${raw(String(units))}
       where inventory_item_id = $1 and location_id = $2 and deleted_at is null`,
      [item, MAIN_LOCATION]
    )
  )
}

function rush(name: string, processes: readonly ServiceProcess[], items: string[]): Promise<Crowd> {
  const share = CALLS / processes.length
  return step(`Measure ${name}`, async () => {
    const began = performance.now()
    const done = await Promise.all(
      processes.map((process, p) =>
        process.perform({
          method: "reserve",
          clients: CLIENTS / processes.length,
          calls: Array.from({ length: share }, (_, i) => [
            {
              inventory_item_id: items[(p * share + i * 7) % items.length],
              location_id: MAIN_LOCATION,
              quantity: 1,
            },
          ]),
        })
      )
    )
    return { name, done: done.reduce(together), seconds: (performance.now() - began) / 1000 }
  })
}

const together = (a: Done, b: Done): Done => ({
  times: [...a.times, ...b.times],
  refused: a.refused + b.refused,
  timed_out: a.timed_out + b.timed_out,
  errors: [...a.errors, ...b.errors],
  elapsed_ms: Math.max(a.elapsed_ms, b.elapsed_ms),
})

function clean({ name, done: { timed_out, errors } }: Crowd): Check {
  return {
    name: `no errors and no time-outs: ${name}`,
    passed: timed_out === 0 && errors.length === 0,
    detail: errors[0]?.slice(0, 200),
  }
}

function soldExactly({ name, done }: Crowd): Check {
  return {
    name: `exactly the units that are there: ${name}`,
    passed: done.times.length === UNITS,
    detail: `${done.times.length} of ${UNITS}`,
  }
}
