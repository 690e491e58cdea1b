import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../../errors"
import {
  type GroupInput,
  type ReportGroup,
  type ReportInput,
  type ReportName,
} from "../../../../modules/inventory_management/reports/report"
import {
  assertReportGroup,
  assertReportName,
  DEEPEST_REPORT_ROW,
  MOST_REPORT_DAYS,
  MOST_REPORT_ROWS,
  PARAMETERS_OF,
} from "../../../../modules/inventory_management/reports/report-input"
import { ISO_TIME, isoTime, parseQuery, type Refusals, text, wholeNumber } from "../../../query-parameters"

const flag = z.enum(["true", "false"]).transform((value) => value === "true")

const parameters = {
  date: isoTime,
  from: isoTime,
  to: isoTime,
  location_id: text,
  currency_code: z.string().regex(/^[A-Za-z]{3}$/),
  days: wholeNumber.refine((n) => n >= 1 && n <= MOST_REPORT_DAYS),
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_REPORT_ROWS),
  offset: wholeNumber.refine((n) => n <= DEEPEST_REPORT_ROW),
  format: z.enum(["json", "csv"]),
}

const groupParameters = {
  group_by: z.unknown(),
  include_reserved: flag,
  include_incoming: flag,
  date: parameters.date,
  location_id: parameters.location_id,
  limit: parameters.limit,
  offset: parameters.offset,
  format: parameters.format,
}

const refusals: Refusals<typeof parameters & typeof groupParameters> = {
  date: ["invalid_date", ISO_TIME],
  from: ["invalid_date", ISO_TIME],
  to: ["invalid_date", ISO_TIME],
  currency_code: ["invalid_parameter", "a currency code of three letters"],
  days: ["invalid_parameter", `a whole number from 1 to ${MOST_REPORT_DAYS}`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_REPORT_ROWS}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_REPORT_ROW}`],
  format: ["invalid_parameter", "json or csv"],
  include_reserved: ["invalid_parameter", "true or false"],
  include_incoming: ["invalid_parameter", "true or false"],
}

type Shape = { format: "json" | "csv"; limit: number; offset: number }

/** Checks the query string of a report by group. */
export function parseGroupQuery(query: Record<string, unknown>, accept?: string) {
  const { group_by, ...values } = parseQuery(groupParameters, refusals, query)
  assertReportGroup(group_by)
  const { page, shape } = pageOf(values, accept)
  const { format: _, ...asked } = values
  const question: GroupInput = { ...asked, group_by: group_by as ReportGroup, ...page }
  return { question, shape }
}

/** Checks the name of a report and its query string. */
export function parseReportQuery(given: string, query: Record<string, unknown>, accept?: string) {
  const name: string = given
  assertReportName(name)
  const allowed = [...PARAMETERS_OF[name as ReportName], "format"]
  const own = Object.fromEntries(Object.entries(parameters).filter(([known]) => allowed.includes(known)))
  const values = parseQuery(own as Partial<typeof parameters> as typeof parameters, refusals, query)
  const { page, shape } = pageOf(values, accept)
  const { format: _, ...asked } = values
  const question: ReportInput = { ...asked, ...page }
  return { name, question, shape }
}

/** A file has all rows; JSON has a page of them. */
function pageOf(values: Partial<Shape>, accept = "") {
  const format = values.format ?? (/^\s*text\/csv\b/i.test(accept) ? "csv" : "json")
  const { limit = 100, offset = 0 } = values
  const shape: Shape = { format, limit, offset }
  if (format === "json") return { page: { limit, offset }, shape }
  if (values.limit !== undefined || values.offset !== undefined) {
    throw new TruestockError(
      "invalid_parameter",
      "Parameter format has the value csv, which answers all rows in one file: leave out limit and offset."
    )
  }
  return { page: {}, shape }
}
