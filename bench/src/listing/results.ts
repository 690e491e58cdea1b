import type { Bar, Row, Table } from "../frame/figures.js"
import type { Load } from "../load/load.js"
import type { Comparison } from "../load/compare.js"
import type { Contestant } from "./requests.js"
import type { Setting } from "./settings.js"

export type Measured<Name extends string> = { clients: number; results: Comparison<Name> }
export type MeasuredSetting = Measured<Contestant> & { setting: Setting }

export const COLUMNS = ["per s", "p50 ms", "p95 ms", "ratio"]

export function httpTable({ clients, results, setting }: MeasuredSetting): Table {
  return {
    title: `${setting.name}, ${atATime(clients)}`,
    columns: COLUMNS,
    rows: setting.lines.map(({ name, contestant, against }) =>
      row(name, results[contestant], results[against])
    ),
  }
}

/** Ratios of requests per second in the same run. */
export function httpBars({ clients, results, setting }: MeasuredSetting): Bar[] {
  return setting.lines.flatMap(({ name, contestant, against, atLeast, slowdownAtMost }): Bar[] => {
    const ratio = results[contestant].per_second / results[against].per_second
    const bar = { name: `${setting.name}, ${atATime(clients)}: ${name}`, unit: "x" }
    if (atLeast !== undefined) {
      return [{ ...bar, name: `${bar.name}, against core`, value: ratio, atLeast }]
    }
    if (slowdownAtMost !== undefined) {
      return [{ ...bar, name: `${bar.name}, slower than page 1`, value: 1 / ratio, atMost: slowdownAtMost }]
    }
    return []
  })
}

export function row(name: string, result: Omit<Load, "count">, against: Omit<Load, "count">): Row {
  const ratio = result === against ? null : `${(result.per_second / against.per_second).toFixed(2)}x`
  return { name, values: [result.per_second, result.p50, result.p95, ratio] }
}

export function atATime(clients: number): string {
  return clients === 1 ? "1 client" : `${clients} clients`
}
