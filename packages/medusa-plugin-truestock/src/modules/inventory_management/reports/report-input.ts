import { quoted, TruestockError } from "../../../errors"
import { assertFilters, assertSpan, assertWhole } from "../movement-input"
import {
  type GroupInput,
  REPORT_GROUPS,
  REPORT_NAMES,
  type ReportGroup,
  type ReportInput,
  type ReportName,
  type ReportPage,
} from "./report"

export const MOST_REPORT_ROWS = 1_000
export const DEEPEST_REPORT_ROW = 10_000_000
export const MOST_REPORT_DAYS = 3_650
const DEAD_AFTER_DAYS = 90
const SPAN_DAYS = 30
const DAY_MS = 86_400_000

const AT_A_MOMENT = ["date", "location_id"] as const
const OVER_A_SPAN = ["from", "to", "location_id"] as const
const IN_PAGES = ["limit", "offset"] as const

/** What each report can be asked beside its name. */
export const PARAMETERS_OF: Record<ReportName, readonly (keyof ReportInput)[]> = {
  "by-location": [...AT_A_MOMENT, ...IN_PAGES],
  "low-stock": [...AT_A_MOMENT, ...IN_PAGES],
  value: [...AT_A_MOMENT, "currency_code", ...IN_PAGES],
  ageing: [...AT_A_MOMENT, ...IN_PAGES],
  "dead-stock": [...AT_A_MOMENT, "days", ...IN_PAGES],
  "sell-through": [...OVER_A_SPAN, ...IN_PAGES],
  shrinkage: [...OVER_A_SPAN, ...IN_PAGES],
}

const GROUP_PARAMETERS: readonly (keyof GroupInput)[] = [
  ...(["group_by", "include_reserved", "include_incoming"] as const),
  ...AT_A_MOMENT,
  ...IN_PAGES,
]

/** @throws unknown_report */
export function assertReportName(name: string): asserts name is ReportName {
  if (!REPORT_NAMES.includes(name as ReportName)) {
    throw new TruestockError(
      "unknown_report",
      `There is no report ${quoted(name)}. Use one of ${REPORT_NAMES.join(", ")}.`
    )
  }
}

/** @throws unknown_report_group */
export function assertReportGroup(group: unknown): asserts group is ReportGroup {
  if (!REPORT_GROUPS.includes(group as ReportGroup)) {
    throw new TruestockError(
      "unknown_report_group",
      `Stock cannot be grouped by ${quoted(group)}. Use group_by with one of ${REPORT_GROUPS.join(", ")}.`
    )
  }
}

/** @throws unknown_report_group, unknown_parameter, invalid_parameter, invalid_date, future_date, invalid_limit, invalid_offset */
export function parseGroup(asked: GroupInput, now: Date) {
  assertReportGroup(asked.group_by)
  assertKnown(asked, GROUP_PARAMETERS, "A report by group")
  for (const name of ["include_reserved", "include_incoming"] as const) {
    const value = asked[name]
    if (value !== undefined && typeof value !== "boolean") {
      throw new TruestockError(
        "invalid_parameter",
        `${name} has the value ${quoted(value)}; use true or false.`
      )
    }
  }
  return parse(asked, now)
}

/** @throws unknown_parameter, invalid_parameter, invalid_date, future_date, invalid_limit, invalid_offset */
export function parseReport(name: ReportName, asked: ReportInput, now: Date) {
  assertKnown(asked, PARAMETERS_OF[name], `Report ${name}`)
  return parse(asked, now)
}

function parse(asked: ReportInput, now: Date) {
  const { days = DEAD_AFTER_DAYS, limit, offset = 0 } = asked
  const date = asked.date ?? asked.to ?? now
  assertSpan(asked.date, undefined)
  assertSpan(undefined, asked.to)
  const from = asked.from ?? new Date(date.getTime() - SPAN_DAYS * DAY_MS)
  assertSpan(from, date)
  assertPast(asked.date === undefined ? "to" : "date", date, now)
  const { location_id = null, currency_code = null } = asked
  for (const [name, text] of Object.entries({ location_id, currency_code })) {
    if (text !== null && (typeof text !== "string" || text === "")) {
      throw new TruestockError(
        "invalid_parameter",
        `${name} has the value ${quoted(text)}; use an id or a code.`
      )
    }
  }
  assertFilters({ location_id, currency_code } as object)
  assertWhole("invalid_parameter", "days", days, 1, MOST_REPORT_DAYS)
  if (limit !== undefined) assertWhole("invalid_limit", "Limit", limit, 1, DEEPEST_REPORT_ROW)
  assertWhole("invalid_offset", "Offset", offset, 0, DEEPEST_REPORT_ROW)
  const page: ReportPage = { limit, offset }
  const is_now = asked.date === undefined && asked.to === undefined
  const currency = currency_code && currency_code.toLowerCase()
  return { page, question: { date, from, is_now, location_id, currency_code: currency, days } }
}

function assertPast(name: string, date: Date, now: Date): void {
  if (date > now) {
    throw new TruestockError(
      "future_date",
      `Date ${name} is ${date.toISOString()}, and it is ${now.toISOString()} now. A report tells of the past or the present.`
    )
  }
}

function assertKnown(asked: object, known: readonly string[], what: string): void {
  for (const [name, value] of Object.entries(asked)) {
    if (!known.includes(name)) {
      throw new TruestockError(
        "unknown_parameter",
        `${what} has no parameter ${quoted(name)} (value ${quoted(value)}). Use ${known.join(", ")}.`
      )
    }
  }
}
