import type { Bar, Row, Table } from "../frame/figures.js"
import type { Load } from "../load/load.js"
import type { Comparison } from "../load/compare.js"
import type { Contestant, Setting } from "./requests.js"
import type { StatementName } from "./statements.js"

export type Measured<Name extends string> = { clients: number; results: Comparison<Name> }
export type MeasuredSetting = Measured<Contestant> & { setting: Setting }

const COLUMNS = ["per s", "p50 ms", "p95 ms", "ratio"]

export function httpTable({ clients, results, setting }: MeasuredSetting): Table {
  return {
    title: `${setting.name}, ${atATime(clients)}`,
    columns: COLUMNS,
    rows: setting.lines.map(({ name, contestant, against }) =>
      row(name, results[contestant], results[against])
    ),
  }
}

/** Requests per second of ours through those of core's own list, in the same run. */
export function httpBars({ clients, results, setting }: MeasuredSetting): Bar[] {
  return setting.lines.flatMap(({ name, contestant, against, atLeast }) =>
    atLeast === undefined
      ? []
      : [
          {
            name: `${setting.name}, ${atATime(clients)}: ${name}, against core`,
            value: results[contestant].per_second / results[against].per_second,
            unit: "x",
            atLeast,
          },
        ]
  )
}

export function statementTable({ clients, results }: Measured<StatementName>): Table {
  const { handWritten, ours, handWrittenCategory, oursCategory } = results
  return {
    title: `ids and exact count in SQL, in stock, ${atATime(clients)}`,
    columns: COLUMNS,
    rows: [
      row("whole channel, hand-written", handWritten, handWritten),
      row("whole channel, ours", ours, handWritten),
      row("a category, hand-written", handWrittenCategory, handWrittenCategory),
      row("a category, ours", oursCategory, handWrittenCategory),
    ],
  }
}

function row(name: string, result: Omit<Load, "count">, against: Omit<Load, "count">): Row {
  const ratio = result === against ? null : `${(result.per_second / against.per_second).toFixed(2)}x`
  return { name, values: [result.per_second, result.p50, result.p95, ratio] }
}

function atATime(clients: number): string {
  return clients === 1 ? "1 client" : `${clients} clients`
}
