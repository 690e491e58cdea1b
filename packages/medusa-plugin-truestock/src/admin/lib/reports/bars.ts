import type { ReportAnswer, ReportRow } from "./answers"
import { kindOf, type ReportId, type Unit } from "./reports"

export const MOST_BARS = 12

/** A bar: `name` as the row says it, null where it says nothing; `currency` where the value is money. */
export type Bar = { name: string | null; value: number; currency?: string }

export type Bars = { bars: Bar[]; unit: Unit; currency?: string }

/**
 * What a report's chart compares: the first rows of its page, in the report's own order, or the parts of its totals. What
 * has no number (an item without a cost) has no bar: it would look like 0. Amounts of different currencies do not
 * stand side by side: the bars are of the first currency alone.
 */
export function barsOf(report: ReportId, { rows, totals }: ReportAnswer["report"]): Bars {
  const { measure } = kindOf(report)
  if (measure.of === "totals") {
    const bars = measure.parts.map((part) => ({ name: part, value: Number(totals[part] ?? 0) }))
    return { bars: unlessAllZero(bars), unit: measure.unit }
  }
  const { name, value, unit, sums } = measure
  const currency = unit === "money" ? firstCurrency(rows) : undefined
  const numbered = rows.flatMap((row): Bar[] => {
    const number = row[value]
    if (typeof number !== "number" || (currency && row.currency_code !== currency)) return []
    return [{ name: name(row), value: number, ...(currency && { currency }) }]
  })
  const bars = sums ? addUp(numbered) : numbered
  return { bars: unlessAllZero(bars.slice(0, MOST_BARS)), unit, ...(currency && { currency }) }
}

/** Nothing but zeros is nothing to compare. */
const unlessAllZero = (bars: Bar[]) => (bars.some(({ value }) => value !== 0) ? bars : [])

const firstCurrency = (rows: ReportRow[]) =>
  rows.map(({ currency_code }) => currency_code).find((code): code is string => typeof code === "string")

/** Rows of one name that follow each other are one bar: a reason in several currencies. */
function addUp(bars: Bar[]): Bar[] {
  return bars.reduce<Bar[]>((sums, bar) => {
    const last = sums.at(-1)
    if (!last || last.name !== bar.name) return [...sums, bar]
    return [...sums.slice(0, -1), { ...last, value: last.value + bar.value }]
  }, [])
}
