import { fromLocalInput, toLocalInput } from "../local-moment"
import { kindOf, REPORT_IDS, type ReportId } from "./reports"

export const ROWS_PER_PAGE = 50
const DEFAULT_DAYS = 90
const MOST_DAYS = 3_650

/** What the operator looks at. What a report does not take is not asked of it. `page` counts from 0. */
export type ReportFilter = {
  report: ReportId
  date?: Date
  from?: Date
  to?: Date
  locationId?: string
  currency?: string
  days?: number
  page?: number
}

/** Reads the page's address. What it does not know it leaves out: an address is typed and shared by people. */
export function readReportSearch(search: URLSearchParams): ReportFilter {
  const moment = (name: string) => fromLocalInput(search.get(name) ?? "") ?? undefined
  const [page, days] = [Number(search.get("page") ?? 1), Number(search.get("days") ?? NaN)]
  return {
    report: REPORT_IDS.find((known) => known === search.get("report")) ?? "by-location",
    date: moment("date"),
    from: moment("from"),
    to: moment("to"),
    locationId: search.get("location_id") || undefined,
    currency: /^[a-z]{3}$/.exec(search.get("currency_code") ?? "")?.[0],
    days: Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : undefined,
    page: Number.isSafeInteger(page) && page > 0 ? page - 1 : 0,
  }
}

/** The page's address, with moments in the operator's time zone, to the minute. */
export function writeReportSearch(filter: ReportFilter): URLSearchParams {
  const { report, date, from, to, locationId, currency, days, page } = filter
  return new URLSearchParams({
    report,
    ...(date && { date: toLocalInput(date) }),
    ...(from && { from: toLocalInput(from) }),
    ...(to && { to: toLocalInput(to) }),
    ...(locationId && { location_id: locationId }),
    ...(currency && { currency_code: currency }),
    ...(days && days !== DEFAULT_DAYS && { days: String(days) }),
    ...(page && { page: String(page + 1) }),
  })
}

/** Where the report is, and what is asked of it. */
export function reportQuestion(filter: ReportFilter): { path: string; query: Record<string, string> } {
  const { path, query, takes } = kindOf(filter.report)
  const { date, from, to, locationId, currency, days } = filter
  return {
    path: `/admin/inventory/${path}`,
    query: {
      ...query,
      ...(takes.includes("date") && date && { date: date.toISOString() }),
      ...(takes.includes("span") && from && { from: from.toISOString() }),
      ...(takes.includes("span") && to && { to: to.toISOString() }),
      ...(takes.includes("location") && locationId && { location_id: locationId }),
      ...(takes.includes("currency") && currency && { currency_code: currency }),
      ...(takes.includes("days") && days && { days: String(days) }),
    },
  }
}

/** Where all rows of the report are to be had as CSV. `backendUrl`: a path or an origin. */
export function reportAddress(filter: ReportFilter, backendUrl: string): string {
  const { path, query } = reportQuestion(filter)
  return `${backendUrl.replace(/\/$/, "")}${path}?${new URLSearchParams({ ...query, format: "csv" })}`
}

/** What is wrong with the moments that are asked for: then the report is not. */
export function momentProblem(filter: ReportFilter, now: Date): "future" | "backwards" | undefined {
  const { takes } = kindOf(filter.report)
  const { date, from, to } = filter
  if (takes.includes("date")) return date && date > now ? "future" : undefined
  if ((to && to > now) || (from && from > now)) return "future"
  return from && to && from > to ? "backwards" : undefined
}
