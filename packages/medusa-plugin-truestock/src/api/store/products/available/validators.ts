import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError, type TruestockErrorCode } from "../../../../errors"
import {
  BEST_FIRST,
  type AvailabilityStatus,
  isAvailabilityStatus,
  LISTED_BY_DEFAULT,
} from "../../../../modules/availability/status"
import { storableText } from "../../../../storable-text"
import type { ListingSort } from "../../../../modules/availability/sql/list-available"

const MOST_PER_PAGE = 100
const MOST_IDS = 100
const DEEPEST_OFFSET = 10_000_000
const SORTS: ListingSort[] = ["created_at", "title"]

/** One value, several, or several in one separated by commas. */
const list = z
  .union([storableText, z.array(storableText)])
  .transform((value) => (Array.isArray(value) ? value : [value]).flatMap((v) => v.split(",")))

const ids = list.refine(
  (values) => values.length <= MOST_IDS && values.every((v) => v.length > 0 && v.length <= 255)
)
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

const parameters = {
  status: list.refine((values) => values.every((v) => v === "any" || isAvailabilityStatus(v))),
  category_id: ids,
  collection_id: ids,
  sales_channel_id: ids,
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_PER_PAGE),
  offset: wholeNumber.refine((n) => n <= DEEPEST_OFFSET),
  order: z.string().refine((order) => SORTS.includes(order.replace(/^-/, "") as ListingSort)),
  region_id: storableText.min(1).max(255),
  country_code: storableText.min(2).max(2),
  province: storableText.min(1).max(255),
  cart_id: storableText.min(1).max(255),
  fields: z.union([z.string(), z.array(z.string()).transform((values) => values.join(","))]),
}

type ParameterName = keyof typeof parameters

/** Per parameter the code of its refusal and what would have been right. */
const REFUSALS: Partial<Record<ParameterName, [TruestockErrorCode, expected: string]>> = {
  status: ["invalid_status", `one or more of ${BEST_FIRST.join(", ")}, or any`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_PER_PAGE}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_OFFSET}`],
  category_id: ["invalid_parameter", `at most ${MOST_IDS} ids`],
  collection_id: ["invalid_parameter", `at most ${MOST_IDS} ids`],
  sales_channel_id: ["invalid_parameter", `at most ${MOST_IDS} ids`],
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

/**
 * Checks the query string. Strict: a parameter that is not known is refused rather than ignored, since a filter
 * that silently does nothing shows a shopper the wrong list.
 */
export function parseListingQuery(query: Record<string, unknown>): ListingRequest {
  const values: { [N in ParameterName]?: z.output<(typeof parameters)[N]> } = {}
  for (const [name, value] of Object.entries(query)) {
    if (!Object.hasOwn(parameters, name)) {
      throw new TruestockError(
        "unknown_parameter",
        `Unknown parameter ${quoted(name)} with value ${quoted(value)}. Use ${Object.keys(parameters).join(", ")}.`
      )
    }
    const parsed = parameters[name as ParameterName].safeParse(value)
    if (!parsed.success) {
      const [code, expected] = REFUSALS[name as ParameterName] ?? ["invalid_parameter", "a non-empty text"]
      throw new TruestockError(
        code,
        `Parameter ${name} has the value ${quoted(value)}; it must be ${expected}.`
      )
    }
    Object.assign(values, { [name]: parsed.data })
  }
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
