/** One measured line. `values` are shown in the table's columns, in their order. */
export type Row = { name: string; values: (number | string | null)[] }

export type Table = { title: string; columns: string[]; rows: Row[]; note?: string }

/** Something that must hold for the figures to mean anything, such as "both answer the same products". */
export type Check = { name: string; passed: boolean; detail?: string }

/** A promise in numbers: `atLeast` for ratios where more is better, `atMost` where less is. */
export type Bar = { name: string; value: number; unit: string } & ({ atLeast: number } | { atMost: number })

/** What a benchmark answers. */
export type Figures = { tables: Table[]; checks: Check[]; bars: Bar[] }

export function holds(bar: Bar): boolean {
  return "atLeast" in bar ? bar.value >= bar.atLeast : bar.value <= bar.atMost
}

export function failed({ checks, bars }: Figures): boolean {
  return checks.some((check) => !check.passed) || bars.some((bar) => !holds(bar))
}
