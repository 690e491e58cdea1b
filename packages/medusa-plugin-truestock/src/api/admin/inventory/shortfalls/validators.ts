import { z } from "@medusajs/framework/zod"
import { DEEPEST_SHORTFALL, MOST_SHORTFALLS } from "../../../../modules/inventory_management/shortfall-input"
import {
  SHORTFALL_STATUSES,
  type ShortfallQuestion,
} from "../../../../modules/inventory_management/sql/list-shortfalls"
import { parseQuery, type Refusals, text, wholeNumber } from "../../../query-parameters"

const parameters = {
  status: z.enum(SHORTFALL_STATUSES),
  inventory_item_id: text,
  location_id: text,
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_SHORTFALLS),
  offset: wholeNumber.refine((n) => n <= DEEPEST_SHORTFALL),
}

const refusals: Refusals<typeof parameters> = {
  status: ["invalid_status", `one of ${SHORTFALL_STATUSES.join(", ")}`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_SHORTFALLS}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_SHORTFALL}`],
}

/** Checks the query string of the shortfalls. */
export function parseShortfallsQuery(
  query: Record<string, unknown>
): Partial<ShortfallQuestion> & { limit: number; offset: number } {
  return { limit: 20, offset: 0, ...parseQuery(parameters, refusals, query) }
}
