import { z } from "@medusajs/framework/zod"
import { quoted, TruestockError } from "../../../../errors"
import { readCursor } from "../../../../modules/availability/listing/cursor"
import {
  LISTING_FACETS,
  LISTING_SORTS,
  type ListingQuery,
  type ListingSort,
  type PriceRange,
} from "../../../../modules/availability/listing/listing-query"
import { parseSearch } from "../../../../modules/availability/listing/search-text"
import type { ListingView } from "../../../../modules/availability/listing/sql/list-available"
import {
  BEST_FIRST,
  type AvailabilityStatus,
  isAvailabilityStatus,
  LISTED_BY_DEFAULT,
} from "../../../../modules/availability/status"
import { storableText } from "../../../../storable-text"
import { ids, list, parseQuery, type Refusals, someOf, text, wholeNumber } from "../../../query-parameters"

const MOST_PER_PAGE = 100
const DEEPEST_OFFSET = 10_000_000
const LONGEST_SEARCH = 200

const price = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)

const parameters = {
  status: list.refine((values) => values.every((v) => v === "any" || isAvailabilityStatus(v))),
  purchasable: z.enum(["true", "false"]).transform((value) => value === "true"),
  category_id: ids,
  collection_id: ids,
  tag_id: ids,
  type_id: ids,
  brand_id: ids,
  q: storableText.max(LONGEST_SEARCH).refine((q) => q.trim().length > 0),
  min_price: price,
  max_price: price,
  location_id: ids,
  sales_channel_id: ids,
  order: z.string().refine((order) => LISTING_SORTS.includes(order.replace(/^-/, "") as ListingSort)),
  limit: wholeNumber.refine((n) => n >= 1 && n <= MOST_PER_PAGE),
  offset: wholeNumber.refine((n) => n <= DEEPEST_OFFSET),
  cursor: z.string(),
  facets: someOf(LISTING_FACETS),
  view: z.enum(["full", "card"]),
  region_id: text,
  country_code: storableText.min(2).max(2),
  province: text,
  cart_id: text,
  fields: z.union([z.string(), z.array(z.string()).transform((values) => values.join(","))]),
}

const someIds = ["invalid_parameter", "1 to 100 ids"] as const
const amount = ["invalid_price", "an amount of 0 or more, as 12 or 12.50"] as const

const refusals: Refusals<typeof parameters> = {
  status: ["invalid_status", `one or more of ${BEST_FIRST.join(", ")}, or any`],
  purchasable: ["invalid_parameter", "true or false"],
  category_id: [...someIds],
  collection_id: [...someIds],
  tag_id: [...someIds],
  type_id: [...someIds],
  brand_id: [...someIds],
  q: ["invalid_parameter", `a text of 1 to ${LONGEST_SEARCH} characters`],
  min_price: [...amount],
  max_price: [...amount],
  location_id: [...someIds],
  sales_channel_id: [...someIds],
  order: ["invalid_order", `one of ${LISTING_SORTS.flatMap((sort) => [sort, `-${sort}`]).join(", ")}`],
  limit: ["invalid_limit", `a whole number from 1 to ${MOST_PER_PAGE}`],
  offset: ["invalid_offset", `a whole number from 0 to ${DEEPEST_OFFSET}`],
  cursor: ["invalid_cursor", "the next_cursor of a page"],
  facets: ["invalid_facets", `one or more of ${LISTING_FACETS.join(", ")}`],
  view: ["invalid_parameter", "full or card"],
  country_code: ["invalid_parameter", "a two-letter country code"],
}

/** What GET /store/products/available was asked for, checked: not yet held against key and region. */
export type ListingRequest = Omit<ListingQuery, "sales_channel_ids" | "prices_of"> & {
  sales_channel_ids?: string[]
  view: ListingView
  region_id?: string
}

/** Checks the query string of the listing. */
export function parseListingQuery(query: Record<string, unknown>): ListingRequest {
  const values = parseQuery(parameters, refusals, query)
  const named = values.order ?? "-created_at"
  const order = { by: named.replace(/^-/, "") as ListingSort, descending: named.startsWith("-") }
  assertTogether(values)
  return {
    statuses: statusesOf(values),
    purchasable: values.purchasable,
    category_ids: values.category_id,
    collection_ids: values.collection_id,
    tag_ids: values.tag_id,
    type_ids: values.type_id,
    brand_ids: values.brand_id,
    search: values.q === undefined ? undefined : parseSearch(values.q),
    price: priceOf(values),
    location_ids: values.location_id,
    sales_channel_ids: values.sales_channel_id,
    order,
    limit: values.limit ?? 20,
    offset: values.offset ?? 0,
    after: values.cursor === undefined ? undefined : readCursor(values.cursor, order),
    facets: values.facets && [...new Set(values.facets)],
    view: values.view ?? "full",
    region_id: values.region_id,
  }
}

type ListingValues = ReturnType<typeof parseQuery<typeof parameters>>

/** What can be bought is asked for by that, whatever its status; else the default is what is in stock. */
function statusesOf({ status, purchasable }: ListingValues): readonly AvailabilityStatus[] | null {
  if (status === undefined) {
    return purchasable === undefined ? LISTED_BY_DEFAULT : null
  }
  return status.includes("any") ? null : [...new Set(status as AvailabilityStatus[])]
}

function priceOf({ min_price: min, max_price: max }: ListingValues): PriceRange | undefined {
  return min === undefined && max === undefined ? undefined : { min, max }
}

/** Parameters that are right alone and contradict each other. */
function assertTogether({ min_price, max_price, cursor, offset, view, fields }: ListingValues): void {
  if (min_price !== undefined && max_price !== undefined && millionths(min_price) > millionths(max_price)) {
    throw new TruestockError("invalid_price", `min_price ${min_price} is above max_price ${max_price}.`)
  }
  if (cursor !== undefined && offset !== undefined) {
    throw new TruestockError(
      "invalid_cursor",
      `A page begins behind a cursor or at an offset (${offset}), not both.`
    )
  }
  if (view === "card" && fields !== undefined) {
    throw new TruestockError(
      "invalid_fields",
      `fields ${quoted(fields)} cannot be combined with view=card, whose fields are fixed.`
    )
  }
}

/** A price as a whole number: the largest have more digits than a JavaScript number holds. */
function millionths(price: string): bigint {
  const [whole, fraction = ""] = price.split(".")
  return BigInt(whole + fraction.padEnd(6, "0"))
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
