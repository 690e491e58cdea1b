/** What stock can be added up by. */
export const REPORT_GROUPS = ["location", "item", "category", "status"] as const
export type ReportGroup = (typeof REPORT_GROUPS)[number]

/** The reports that have a name. */
export const REPORT_NAMES = [
  ...(["by-location", "low-stock", "value", "ageing", "dead-stock", "sell-through", "shrinkage"] as const),
] as const
export type ReportName = (typeof REPORT_NAMES)[number]

/** One line of a report: the same fields on each, in the order of the report's `columns`. */
export type ReportRow = Record<string, string | number | Date | null>

export type Report<Row = ReportRow> = {
  name: string
  /** The moment whose stock is told; of a report about a span of time, its end. */
  as_of: Date
  /** Where a span begins; null = the report is about one moment. */
  from: Date | null
  /** The names of a row's fields, also where there is no row. */
  columns: readonly string[]
  rows: Row[]
  /** Of all rows, not only of the page. */
  totals: Record<string, unknown>
  /** How many rows there are in all. */
  count: number
}

/** Which rows: none of both = all. */
export type ReportPage = { limit?: number; offset?: number }

/** `generateReport`. */
export type GroupInput = ReportPage & {
  group_by: ReportGroup
  /** Adds what is promised, and what is left of the stock without it. */
  include_reserved?: boolean
  /** Adds what is expected. */
  include_incoming?: boolean
  /** A past moment; none = now. */
  date?: Date
  location_id?: string
}

/** `readReport`: which of these a report takes, report-input.ts says. */
export type ReportInput = ReportPage & {
  date?: Date
  location_id?: string
  currency_code?: string
  days?: number
  from?: Date
  to?: Date
}

/** What a report is asked, with every default filled in. */
export type ReportQuestion = {
  /** The moment, or the end of the span. */
  date: Date
  /** Whether `date` is the present, and not a moment that was asked for. */
  is_now: boolean
  from: Date
  location_id: string | null
  currency_code: string | null
  days: number
  low_stock_threshold: number
}
