import {
  BEST_FIRST,
  isAvailabilityStatus,
  type AvailabilityStatus,
} from "../../../modules/availability/status"

export const SOURCES = ["calculated", "manual"] as const
export const SORTS = ["title", "status", "updated_at"] as const
export const ROWS_PER_PAGE = 20

export type Source = (typeof SOURCES)[number]
export type Sort = { by: (typeof SORTS)[number]; descending: boolean }

/** What the operator looks for; no status = any. `page` counts from 0. */
export type AvailabilityFilter = {
  statuses: AvailabilityStatus[]
  source: Source | undefined
  purchasable: "true" | "false" | undefined
  salesChannelId: string | undefined
  categoryId: string | undefined
  collectionId: string | undefined
  q: string
  sort: Sort
  page: number
}

const NEWEST_FIRST = "-updated_at"

/** Reads the page's address. What it does not know it leaves out: an address is typed and shared by people. */
export function readSearch(search: URLSearchParams): AvailabilityFilter {
  const chosen = (search.get("status") ?? "").split(",").filter(isAvailabilityStatus)
  const [source, purchasable] = [search.get("source"), search.get("purchasable")]
  const page = Number(search.get("page") ?? 1)
  return {
    statuses: BEST_FIRST.filter((status) => chosen.includes(status)),
    source: SOURCES.find((known) => known === source),
    purchasable: purchasable === "true" || purchasable === "false" ? purchasable : undefined,
    salesChannelId: search.get("sales_channel_id") || undefined,
    categoryId: search.get("category_id") || undefined,
    collectionId: search.get("collection_id") || undefined,
    q: search.get("q") ?? "",
    sort: readSort(search.get("order")),
    page: Number.isSafeInteger(page) && page > 0 ? page - 1 : 0,
  }
}

/** The page's address for a filter, without what is as it is by default. */
export function writeSearch({ page, ...filter }: AvailabilityFilter): URLSearchParams {
  const { order, ...chosen } = availabilityQuery(filter)
  return new URLSearchParams({
    ...chosen,
    ...(order && order !== NEWEST_FIRST && { order }),
    ...(page > 0 && { page: String(page + 1) }),
  })
}

/** The filter as GET /admin/availability reads it; what is not chosen is left out. */
export function availabilityQuery(filter: Omit<AvailabilityFilter, "page">): Record<string, string> {
  const { statuses, source, purchasable, salesChannelId, categoryId, collectionId, sort } = filter
  const q = filter.q.trim()
  return {
    ...(statuses.length > 0 && { status: statuses.join(",") }),
    ...(source && { source }),
    ...(purchasable && { purchasable }),
    ...(salesChannelId && { sales_channel_id: salesChannelId }),
    ...(categoryId && { category_id: categoryId }),
    ...(collectionId && { collection_id: collectionId }),
    ...(q && { q }),
    order: `${sort.descending ? "-" : ""}${sort.by}`,
  }
}

/** Where all rows of the filter are to be had as CSV, which has an order of its own. `backendUrl`: a path or an origin. */
export function availabilityCsvAddress(filter: AvailabilityFilter, backendUrl: string): string {
  const { order: _, ...chosen } = availabilityQuery(filter)
  const search = new URLSearchParams({ ...chosen, format: "csv" })
  return `${backendUrl.replace(/\/$/, "")}/admin/availability?${search}`
}

export function hasFilter(filter: AvailabilityFilter): boolean {
  const { order: _, ...chosen } = availabilityQuery(filter)
  return Object.keys(chosen).length > 0
}

function readSort(order: string | null): Sort {
  const [, minus, name] = /^(-?)(.*)$/.exec(order ?? NEWEST_FIRST) ?? []
  const by = SORTS.find((known) => known === name)
  return by ? { by, descending: minus === "-" } : { by: "updated_at", descending: true }
}
