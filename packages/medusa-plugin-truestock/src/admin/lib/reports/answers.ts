export type ReportValue = string | number | null
export type ReportRow = Record<string, ReportValue>

/** Sums of one currency in the totals of a report of value. */
export type CurrencyTotal = {
  currency_code: string
  value: number
  items?: number
  stocked_quantity?: number
}

export type ReportTotals = Record<string, unknown> & {
  currencies?: CurrencyTotal[]
  without_cost?: { items: number; stocked_quantity?: number; lost_quantity?: number }
}

/** GET /admin/inventory/reports and /reports/:name. */
export type ReportAnswer = {
  report: {
    name: string
    as_of: string
    from: string | null
    columns: string[]
    rows: ReportRow[]
    totals: ReportTotals
  }
  count: number
  limit: number
  offset: number
}
