import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../../errors"
import type { ListingSort } from "../../../../modules/availability/sql/list-available"
import {
  BEST_FIRST,
  type AvailabilityStatus,
  isAvailabilityStatus,
  LISTED_BY_DEFAULT,
} from "../../../../modules/availability/status"
import { storableText } from "../../../../storable-text"
import { ids, list, parseQuery, type Refusals, text, wholeNumber } from "../../../query-parameters"

const MOST_PER_PAGE = 100
const DEEPEST_OFFSET = 10_000_000
const SORTS: ListingSort[] = ["created_at", "title"]

const parameters = {
  status: list.refine((values) => values.every((v) => v === "any" || isAvailabilityStatus(v))),
  category_id: ids,
  collection_id: ids,
  sales_channel_id: ids,
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_PER_PAGE),
  offset: wholeNumber.refine((n) => n <= DEEPEST_OFFSET),
  order: z.string().refine((order) => SORTS.includes(order.replace(/^-/, "") as ListingSort)),
  region_id: text,
  country_code: storableText.min(2).max(2),
  province: text,
  cart_id: text,
  fields: z.union([z.string(), z.array(z.string()).transform((values) => values.join(","))]),
}

const refusals: Refusals<typeof parameters> = {
  status: ["invalid_status", `one or more of ${BEST_FIRST.join(", ")}, or any`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_PER_PAGE}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_OFFSET}`],
  category_id: ["invalid_parameter", "at most 100 ids"],
  collection_id: ["invalid_parameter", "at most 100 ids"],
  sales_channel_id: ["invalid_parameter", "at most 100 ids"],
  country_code: ["invalid_parameter", "a two-letter country code"],
  order: ["invalid_order", `one of ${SORTS.flatMap((sort) => [sort, `-${sort}`]).join(", ")}`],
}

/** What GET /store/products/available was asked for, checked. */
export type ListingRequest = {
  /** null = any. */
  statuses: readonly AvailabilityStatus[] | null
  category_ids?: string[]
  collection_ids?: string[]
  sales_channel_ids?: string[]
  order: { by: ListingSort; descending: boolean }
  limit: number
  offset: number
}

/** Checks the query string of the listing. */
export function parseListingQuery(query: Record<string, unknown>): ListingRequest {
  const values = parseQuery(parameters, refusals, query)
  const order = values.order ?? "-created_at"
  const statuses = values.status ?? [...LISTED_BY_DEFAULT]
  return {
    statuses: statuses.includes("any") ? null : (statuses as AvailabilityStatus[]),
    category_ids: values.category_id,
    collection_ids: values.collection_id,
    sales_channel_ids: values.sales_channel_id,
    order: { by: order.replace(/^-/, "") as ListingSort, descending: order.startsWith("-") },
    limit: values.limit ?? 20,
    offset: values.offset ?? 0,
  }
}

/** Refuses fields that core's list would silently leave out. `allowed` is core's own list and ours. */
export function assertFieldsAllowed(fields: unknown, allowed: readonly string[]): void {
  const asked = (Array.isArray(fields) ? fields : [fields]).filter((f) => typeof f === "string").join(",")
  for (const field of asked.split(",").filter(Boolean)) {
    const name = field
      .trim()
      .replace(/^[+\-*]+/, "")
      .replace(/\.\*$/, "")
    if (!allowed.includes(name)) {
      throw new TruestockError("invalid_fields", `Field ${quoted(field)} cannot be requested here.`)
    }
  }
}
