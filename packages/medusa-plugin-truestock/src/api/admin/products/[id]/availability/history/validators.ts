import type { HistoryPage } from "../../../../../../modules/availability/sql/list-history"
import { parseQuery, type Refusals, wholeNumber } from "../../../../../query-parameters"

const MOST_PER_PAGE = 100
const DEEPEST_OFFSET = 10_000_000

const parameters = {
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_PER_PAGE),
  offset: wholeNumber.refine((n) => n <= DEEPEST_OFFSET),
}

const refusals: Refusals<typeof parameters> = {
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_PER_PAGE}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_OFFSET}`],
}

/** Checks the query string of a product's history. */
export function parseHistoryQuery(query: Record<string, unknown>): HistoryPage {
  return { limit: 20, offset: 0, ...parseQuery(parameters, refusals, query) }
}
