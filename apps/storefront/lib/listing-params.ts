import { AVAILABILITY_STATUSES, type AvailabilityStatus } from "truestock-storefront-kit"

/** Products on one page. */
export const PAGE_SIZE = 24

export const ORDERS = [
  { value: "-created_at", name: "Newest" },
  { value: "title", name: "Title" },
  { value: "price", name: "Price, lowest first" },
  { value: "-price", name: "Price, highest first" },
  { value: "availability", name: "Availability" },
] as const

type Order = (typeof ORDERS)[number]["value"]

export type SearchParams = Record<string, string | string[] | undefined>

/** What a listing's address says. */
export type ListingParams = {
  /** None chosen = what can be had at once, as the shop's API lists it. */
  status: AvailabilityStatus[]
  q: string
  order: Order
  page: number
}

const all = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value : value ? [value] : []).flatMap((each) => each.split(","))

/** An address may be typed by hand: what is not understood is as if it were not there. */
export function readParams(params: SearchParams): ListingParams {
  const status = AVAILABILITY_STATUSES.filter((each) => all(params.status).includes(each))
  const order = ORDERS.find(({ value }) => value === all(params.order)[0])?.value ?? "-created_at"
  const page = Number(all(params.page)[0])
  const [q = ""] = Array.isArray(params.q) ? params.q : [params.q]
  return {
    status,
    q: (q ?? "").trim().slice(0, 100),
    order,
    page: Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1,
  }
}

/** The address of a listing; what is as always is left out. */
export function hrefOf(path: string, { status, q, order, page }: ListingParams): string {
  const search = new URLSearchParams()
  for (const each of status) search.append("status", each)
  if (q) search.set("q", q)
  if (order !== "-created_at") search.set("order", order)
  if (page > 1) search.set("page", String(page))
  const query = search.toString()
  return query ? `${path}?${query}` : path
}
