import { z } from "@medusajs/framework/zod"
import { TruestockError } from "../../../errors"
import {
  OVERVIEW_SORTS,
  type OverviewPage,
  type OverviewSort,
} from "../../../modules/availability/sql/list-overview"
import type { OverviewFilters } from "../../../modules/availability/sql/overview-rows"
import {
  type AvailabilityStatus,
  BEST_FIRST,
  isAvailabilityStatus,
} from "../../../modules/availability/status"
import { ids, list, parseQuery, type Refusals, text, wholeNumber } from "../../query-parameters"

const MOST_PER_PAGE = 100
const DEEPEST_OFFSET = 10_000_000
const ORDERS = OVERVIEW_SORTS.flatMap((sort) => [sort, `-${sort}`] as const)

const parameters = {
  status: list.refine((values) => values.every((v) => v === "any" || isAvailabilityStatus(v))),
  source: z.enum(["calculated", "manual"]),
  purchasable: z.enum(["true", "false"]).transform((value) => value === "true"),
  q: text,
  category_id: ids,
  collection_id: ids,
  sales_channel_id: text,
  order: z.enum(ORDERS),
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_PER_PAGE),
  offset: wholeNumber.refine((n) => n <= DEEPEST_OFFSET),
  format: z.enum(["json", "csv"]),
}

const refusals: Refusals<typeof parameters> = {
  status: ["invalid_status", `one or more of ${BEST_FIRST.join(", ")}, or any`],
  source: ["invalid_parameter", "calculated or manual"],
  purchasable: ["invalid_parameter", "true or false"],
  q: ["invalid_parameter", "a text of at most 255 characters"],
  category_id: ["invalid_parameter", "at most 100 ids"],
  collection_id: ["invalid_parameter", "at most 100 ids"],
  order: ["invalid_order", `one of ${ORDERS.join(", ")}`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_PER_PAGE}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_OFFSET}`],
  format: ["invalid_parameter", "json or csv"],
}

export type OverviewRequest = { filters: OverviewFilters; page: OverviewPage; format: "json" | "csv" }

/** Checks the query string of the overview. */
export function parseOverviewQuery(query: Record<string, unknown>): OverviewRequest {
  const values = parseQuery(parameters, refusals, query)
  const {
    status = ["any"],
    category_id,
    collection_id,
    order,
    limit,
    offset,
    format = "json",
    ...rest
  } = values
  if (format === "csv" && (order ?? limit ?? offset) !== undefined) {
    throw new TruestockError(
      "invalid_parameter",
      "Parameter format has the value csv, which answers all products in one file, by id: leave out order, limit and offset."
    )
  }
  const filters = {
    ...rest,
    statuses: status.includes("any") ? null : (status as AvailabilityStatus[]),
    category_ids: category_id,
    collection_ids: collection_id,
  }
  return {
    filters,
    page: { order: orderOf(order ?? "-updated_at"), limit: limit ?? 20, offset: offset ?? 0 },
    format,
  }
}

const orderOf = (order: (typeof ORDERS)[number]) => ({
  by: order.replace(/^-/, "") as OverviewSort,
  descending: order.startsWith("-"),
})
