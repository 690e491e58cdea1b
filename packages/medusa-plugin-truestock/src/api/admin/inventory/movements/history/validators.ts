import { TruestockError } from "../../../../../errors"
import { assertSpan, MOST_POINTS } from "../../../../../modules/inventory_management/movement-input"
import type { HistoryQuestion } from "../../../../../modules/inventory_management/sql/read-history"
import { ISO_TIME, isoTime, parseQuery, type Refusals, text, wholeNumber } from "../../../../query-parameters"

const parameters = {
  inventory_item_id: text,
  location_id: text,
  from: isoTime,
  to: isoTime,
  points: wholeNumber.refine((n) => n >= 2 && n <= MOST_POINTS),
}

const refusals: Refusals<typeof parameters> = {
  from: ["invalid_date", ISO_TIME],
  to: ["invalid_date", ISO_TIME],
  points: ["invalid_parameter", `a whole number from 2 to ${MOST_POINTS}`],
}

/** Checks the query string of an item's history. */
export function parseHistoryQuery(
  query: Record<string, unknown>
): Partial<HistoryQuestion> & { inventory_item_id: string } {
  const { inventory_item_id, ...rest } = parseQuery(parameters, refusals, query)
  if (inventory_item_id === undefined) {
    throw new TruestockError(
      "invalid_parameter",
      "Parameter inventory_item_id is missing; it must be the id of the item whose history is asked for."
    )
  }
  assertSpan(rest.from, rest.to)
  return { inventory_item_id, ...rest }
}
