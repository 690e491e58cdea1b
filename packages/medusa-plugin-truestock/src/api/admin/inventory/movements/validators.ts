import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../../errors"
import {
  MOVEMENT_KINDS,
  MOVEMENT_REASONS,
  REFERENCE_TYPES,
} from "../../../../modules/inventory_management/movement"
import { MOVEMENT_ORDERS } from "../../../../modules/inventory_management/movement-cursor"
import {
  assertSpan,
  MOST_MOVEMENTS,
  type PageInput,
} from "../../../../modules/inventory_management/movement-input"
import type { MovementFilters } from "../../../../modules/inventory_management/sql/list-movements"
import {
  ISO_TIME,
  isoTime,
  parseQuery,
  type Refusals,
  someOf,
  text,
  wholeNumber,
} from "../../../query-parameters"

const parameters = {
  inventory_item_id: text,
  location_id: text,
  level_id: text,
  kind: someOf(MOVEMENT_KINDS),
  reason: someOf(MOVEMENT_REASONS),
  reference_type: z.enum(REFERENCE_TYPES),
  reference_id: text,
  actor_id: text,
  correlation_id: text,
  from: isoTime,
  to: isoTime,
  order: z.enum(MOVEMENT_ORDERS),
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_MOVEMENTS),
  cursor: z.string(),
  format: z.enum(["json", "csv"]),
}

const refusals: Refusals<typeof parameters> = {
  kind: ["invalid_parameter", `one or more of ${MOVEMENT_KINDS.join(", ")}`],
  reason: ["invalid_parameter", `one or more of ${MOVEMENT_REASONS.join(", ")}`],
  reference_type: ["invalid_parameter", `one of ${REFERENCE_TYPES.join(", ")}`],
  from: ["invalid_date", ISO_TIME],
  to: ["invalid_date", ISO_TIME],
  order: ["invalid_order", `one of ${MOVEMENT_ORDERS.join(", ")}`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_MOVEMENTS}`],
  cursor: ["invalid_cursor", "the next_cursor of the page before"],
  format: ["invalid_parameter", "json or csv"],
}

export type MovementsRequest = {
  filters: MovementFilters
  page: PageInput & { limit: number }
  format: "json" | "csv"
}

/** Checks the query string of the movements; the cursor is for the module to read. */
export function parseMovementsQuery(query: Record<string, unknown>): MovementsRequest {
  const values = parseQuery(parameters, refusals, query)
  const { kind, reason, order, limit, cursor, format = "json", ...filters } = values
  assertSpan(filters.from, filters.to)
  if (format === "csv" && (limit !== undefined || cursor !== undefined)) {
    throw new TruestockError(
      "invalid_parameter",
      "Parameter format has the value csv, which answers all movements in one file: leave out limit and cursor."
    )
  }
  return {
    filters: { ...filters, ...(kind && { kinds: kind }), ...(reason && { reasons: reason }) },
    page: { order, limit: limit ?? 50, cursor },
    format,
  }
}
