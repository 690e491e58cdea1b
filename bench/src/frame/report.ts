import { type Bar, type Check, type Figures, holds, type Table } from "./figures.js"
import type { Machine } from "./machine.js"

/** The result as plain text. Ratios travel between machines; the times beside them do not. */
export function report(run: { name: string; products: number }, figures: Figures, on: Machine): string {
  return [
    `\n${run.name}, ${run.products.toLocaleString("en-US")} products`,
    machineLine(on),
    ...figures.tables.map(tableText),
    "",
    ...figures.checks.map(checkLine),
    ...figures.bars.map(barLine),
  ].join("\n")
}

function machineLine({ node, postgres, cores, cpu, fsync, commit_ms: commit }: Machine): string {
  const durable = `fsync ${fsync}, a commit ${round(commit.before)} ms before and ${round(commit.after)} ms after`
  return `Node ${node}, Postgres ${postgres}, ${cores} cores (${cpu}), ${durable}`
}

function tableText({ title, columns, rows, note }: Table): string {
  const cells = rows.map(({ name, values }) => [name, ...values.map(cell)])
  const all = [[title, ...columns], ...cells]
  const widths = [title, ...columns].map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  const line = (row: string[]) =>
    row.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join("  ")
  return ["", ...all.map(line), ...(note ? [note] : [])].join("\n")
}

function cell(value: number | string | null): string {
  return value === null ? "-" : typeof value === "string" ? value : round(value)
}

function checkLine({ name, passed, detail }: Check): string {
  return `${passed ? "OK  " : "FAIL"}  ${name}${detail ? `: ${detail}` : ""}`
}

function barLine(bar: Bar): string {
  const limit = "atLeast" in bar ? `>= ${bar.atLeast.toFixed(1)}` : `<= ${bar.atMost.toFixed(1)}`
  return `${holds(bar) ? "PASS" : "FAIL"}  ${bar.name}: ${bar.value.toFixed(2)}${bar.unit}, bar ${limit}${bar.unit}`
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3)
}
