import { quoted, TruestockError, type TruestockErrorCode } from "../../../errors"
import { BACKORDER_STATUSES } from "../backorders/backorder"
import { assertStorable, assertWhole } from "../movement-input"
import type { BackorderQuestion } from "../sql/list-backorders"
import { COUNT_LINE_FILTERS, type CountLineQuestion } from "../sql/list-count-lines"
import type { CountQuestion } from "../sql/list-counts"
import type { IncomingQuestion } from "../sql/list-incoming"
import type { TransferQuestion } from "../sql/list-transfers"
import { COUNT_STATUSES } from "./count"
import { INCOMING_STATUSES } from "./incoming"
import { TRANSFER_STATUSES } from "./transfer"

export const MOST_PAPERS = 100
export const MOST_COUNT_LINES = 1_000
export const DEEPEST_PAPER = 10_000_000

/** @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter */
export const parseIncomingQuestion = (asked: Partial<IncomingQuestion>): IncomingQuestion =>
  parsePapers(asked, INCOMING_STATUSES)

/** @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter */
export const parseTransfersQuestion = (asked: Partial<TransferQuestion>): TransferQuestion =>
  parsePapers(asked, TRANSFER_STATUSES)

/** @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter */
export const parseCountsQuestion = (asked: Partial<CountQuestion>): CountQuestion =>
  parsePapers(asked, COUNT_STATUSES)

/** @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter */
export const parseBackordersQuestion = (asked: Partial<BackorderQuestion>): BackorderQuestion =>
  parsePapers({ status: "owed", ...asked }, BACKORDER_STATUSES)

/** @throws invalid_parameter, invalid_limit, invalid_offset */
export function parseCountLines(asked: Partial<CountLineQuestion> & { count_id: string }): CountLineQuestion {
  const { show = "counted", q, limit = 100, offset = 0 } = asked
  assertOneOf("invalid_parameter", "Show", show, COUNT_LINE_FILTERS)
  assertWhole("invalid_limit", "Limit", limit, 1, MOST_COUNT_LINES)
  assertWhole("invalid_offset", "Offset", offset, 0, DEEPEST_PAPER)
  assertStorable(asked)
  return { count_id: asked.count_id, show, ...(q !== undefined && { q }), limit, offset }
}

function parsePapers<Question extends { status?: string; limit: number; offset: number }>(
  asked: Partial<Question>,
  statuses: readonly string[]
): Question {
  const { status, limit = 20, offset = 0 } = asked
  if (status !== undefined) assertOneOf("invalid_status", "Status", status, statuses)
  assertWhole("invalid_limit", "Limit", limit, 1, MOST_PAPERS)
  assertWhole("invalid_offset", "Offset", offset, 0, DEEPEST_PAPER)
  assertStorable(asked as Record<string, unknown>)
  return { ...asked, limit, offset } as Question
}

function assertOneOf(code: TruestockErrorCode, name: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return
  throw new TruestockError(code, `${name} ${quoted(value)} is none of ${known.join(", ")}.`)
}
