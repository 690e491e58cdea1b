import { interleave } from "../frame/interleave.js"
import { median, percentile } from "../frame/medians.js"
import { step } from "../../../scripts/process/steps.mjs"
import type { Check, Row, Table } from "../frame/figures.js"
import { times } from "../frame/turns.js"
import type { Done, Work } from "../shop/service-worker.cjs"

const ROUNDS = 3
const WARM_UP_CALLS = 8

/** Calls that one contestant makes, again and again; `perform` has them made. */
export type Caller = {
  method: string
  /** The arguments of each, for the so-manieth turn. */
  calls: (turn: number) => unknown[][]
  perform: (work: Work) => Promise<Done>
  /** Done before each turn, and no part of the figure. */
  prepare?: () => Promise<unknown>
}

/** Medians of the rounds; what went wrong is added up. */
export type Rate = {
  per_second: number
  p50: number
  p95: number
  refused: number
  timed_out: number
  errors: string[]
}

export type Rates<Name extends string> = Record<Name, Rate>

/** How many calls a second of each contestant are granted, with so many in flight: they take turns. */
export function rates<Name extends string>(
  callers: Record<Name, Caller>,
  { what, clients, seconds }: { what: string; clients: number; seconds: number }
): Promise<Rates<Name>> {
  let turn = 0
  const takeTurn = async ({ method, calls, perform, prepare }: Caller) => {
    await prepare?.()
    return perform({ method, calls: calls(turn++), clients, seconds })
  }
  return step(`Measure ${what}, ${clients} at a time`, async () => {
    for (const caller of Object.values<Caller>(callers)) {
      const { method, calls, perform } = caller
      await perform({ method, calls: calls(turn++).slice(0, WARM_UP_CALLS), clients: 1 })
    }
    const turns = Object.entries<Caller>(callers).map(([name, caller]) => [name, () => takeTurn(caller)])
    const results = await interleave(Object.fromEntries(turns) as Record<Name, () => Promise<Done>>, ROUNDS)
    const rated = Object.entries<Done[]>(results).map(([name, done]) => [name, rateOf(done)])
    return Object.fromEntries(rated) as Rates<Name>
  })
}

export const perSecond = ({ times, elapsed_ms }: Done) => (times.length * 1000) / elapsed_ms

function rateOf(turns: Done[]): Rate {
  const add = (count: (done: Done) => number) => turns.reduce((sum, done) => sum + count(done), 0)
  return {
    per_second: median(turns.map(perSecond)),
    p50: median(turns.map(({ times }) => median(times))),
    p95: median(turns.map(({ times }) => percentile(times, 95))),
    refused: add(({ refused }) => refused),
    timed_out: add(({ timed_out }) => timed_out),
    errors: turns.flatMap(({ errors }) => errors),
  }
}

/** `base`: the one that the others are compared with. */
export function rateTable<Name extends string>(title: string, measured: Rates<Name>, base: Name): Table {
  const row = ([name, rate]: [string, Rate]): Row => ({
    name,
    values: [
      ...[rate.per_second, rate.p50, rate.p95, rate.timed_out, rate.errors.length],
      name === base ? null : times(rate.per_second / measured[base].per_second),
    ],
  })
  const columns = ["per s", "p50 ms", "p95 ms", "timed out", "errors", "ratio"]
  return { title, columns, rows: Object.entries<Rate>(measured).map(row), note: `ratio: to ${base}` }
}

/** Core may time out, ours may not. */
export function clean(what: string, { refused, timed_out, errors }: Rate): Check {
  return {
    name: `no errors, no time-outs and no refusals: ${what}`,
    passed: refused + timed_out + errors.length === 0,
    detail: errors[0]?.slice(0, 200) ?? `${timed_out} timed out, ${refused} refused`,
  }
}
