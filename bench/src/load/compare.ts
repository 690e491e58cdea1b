import { interleave } from "../frame/interleave.js"
import { median } from "../frame/medians.js"
import { type Load, load } from "./load.js"

const ROUNDS = 3
const WARM_UP_CALLS = 8

/** Per contestant the medians of its rounds. */
export type Comparison<Name extends string> = Record<Name, Omit<Load, "count">>

/** The same load for every contestant in turn, several times over. */
export async function compare<Name extends string>(
  contestants: Record<Name, (client: number) => Promise<unknown>>,
  clients: number,
  seconds: number
): Promise<Comparison<Name>> {
  const names = Object.keys(contestants) as Name[]
  for (const name of names) {
    for (let i = 0; i < WARM_UP_CALLS; i++) await contestants[name](0)
  }
  const runs = Object.fromEntries(
    names.map((name) => [name, () => load(contestants[name], clients, seconds)])
  )
  const results = await interleave(runs as Record<Name, () => Promise<Load>>, ROUNDS)
  const medians = (loads: Load[]) => ({
    per_second: median(loads.map((l) => l.per_second)),
    p50: median(loads.map((l) => l.p50)),
    p95: median(loads.map((l) => l.p95)),
  })
  return Object.fromEntries(names.map((name) => [name, medians(results[name])])) as Comparison<Name>
}
