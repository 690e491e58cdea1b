import type { Connection } from "../../../database/connection"
import { quoted, TruestockError } from "../../../errors"
import { readClock } from "../sql/read-clock"
import type { GroupInput, Report, ReportInput, ReportName, ReportPage, ReportQuestion } from "./report"
import { assertReportName, parseGroup, parseReport } from "./report-input"
import { ageing } from "./sql/ageing"
import { byGroup } from "./sql/by-group"
import { deadStock } from "./sql/dead-stock"
import { isLocation } from "./sql/is-location"
import { lowStock } from "./sql/low-stock"
import { runReport, type Writer } from "./sql/run-report"
import { sellThrough } from "./sql/sell-through"
import { shrinkage } from "./sql/shrinkage"
import { value } from "./sql/value"

const EVERYTHING = { include_reserved: true, include_incoming: true }

const WRITERS: Record<ReportName, Writer> = {
  "by-location": byGroup("location", EVERYTHING),
  "low-stock": lowStock,
  value,
  ageing,
  "dead-stock": deadStock,
  "sell-through": sellThrough,
  shrinkage,
}

/** What a report tells of a span of time and not of a moment. */
const OF_A_SPAN: readonly ReportName[] = ["sell-through", "shrinkage"]

type Parsed = { question: Omit<ReportQuestion, "low_stock_threshold">; page: ReportPage }
type Defaults = { low_stock_threshold: number }

/** Units by location, item, category or status. @throws as parseGroup, and unknown_location */
export async function reportByGroup(
  connection: Connection,
  asked: GroupInput,
  defaults: Defaults
): Promise<Report> {
  const parsed = parseGroup(asked, await readClock(connection))
  const { group_by, include_reserved, include_incoming } = asked
  const write = byGroup(group_by, { include_reserved, include_incoming })
  return answer(connection, { name: `by-${group_by}`, write, isOfSpan: false }, parsed, defaults)
}

/** A report by its name. @throws unknown_report, as parseReport, and unknown_location */
export async function reportByName(
  connection: Connection,
  name: string,
  asked: ReportInput,
  defaults: Defaults
): Promise<Report> {
  assertReportName(name)
  const parsed = parseReport(name, asked, await readClock(connection))
  const of = { name, write: WRITERS[name], isOfSpan: OF_A_SPAN.includes(name) }
  return answer(connection, of, parsed, defaults)
}

async function answer(
  connection: Connection,
  { name, write, isOfSpan }: { name: string; write: Writer; isOfSpan: boolean },
  { question, page }: Parsed,
  defaults: Defaults
): Promise<Report> {
  const { location_id } = question
  if (location_id !== null && !(await isLocation(connection, location_id))) {
    throw new TruestockError("unknown_location", `There is no stock location ${quoted(location_id)}.`)
  }
  const told = await runReport(connection, write, { ...question, ...defaults }, page)
  return { name, as_of: question.date, from: isOfSpan ? question.from : null, ...told }
}
