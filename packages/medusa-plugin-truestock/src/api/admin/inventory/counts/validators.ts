import { z } from "@medusajs/framework/zod"
import type { CountEntry, CountInput } from "../../../../modules/inventory_management"
import { COUNT_LINE_FILTERS } from "../../../../modules/inventory_management/sql/list-count-lines"
import { COUNT_STATUSES } from "../../../../modules/inventory_management/stockroom/count"
import {
  DEEPEST_PAPER,
  MOST_COUNT_LINES,
} from "../../../../modules/inventory_management/stockroom/stockroom-questions"
import { bodyFields } from "../../../body-fields"
import { parseQuery, type Refusals, text, wholeNumber } from "../../../query-parameters"
import { papersQuery } from "../papers"

/** Checks the query string of the counts. */
export const parseCountsQuery = papersQuery(COUNT_STATUSES, ["location_id"])

const lineParameters = {
  show: z.enum(COUNT_LINE_FILTERS),
  q: text,
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_COUNT_LINES),
  offset: wholeNumber.refine((n) => n <= DEEPEST_PAPER),
}

const lineRefusals: Refusals<typeof lineParameters> = {
  show: ["invalid_parameter", `one of ${COUNT_LINE_FILTERS.join(", ")}`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_COUNT_LINES}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_PAPER}`],
}

/** Checks the query string of a count's lines. */
export const parseCountLinesQuery = (query: Record<string, unknown>) => ({
  ...{ show: "counted" as const, limit: 100, offset: 0 },
  ...parseQuery(lineParameters, lineRefusals, query),
})

/** A new count; who asked is noted. @throws invalid_body */
export function parseCountBody(body: unknown, created_by: string): CountInput {
  return { ...bodyFields(["location_id", "note"], body), created_by } as CountInput
}

/** @throws invalid_body */
export function parseEntriesBody(body: unknown): { lines: CountEntry[] } {
  return bodyFields(["lines"], body) as { lines: CountEntry[] }
}
