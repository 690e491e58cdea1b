import { type Connection, query } from "../../../database/connection"
import { type AvailabilityStatus, BEST_FIRST } from "../status"

export type ListingSort = "created_at" | "title"

export type ListingQuery = {
  /** The channels of the key, or the one that was named. */
  sales_channel_ids: string[]
  /** null = any status. */
  statuses: readonly AvailabilityStatus[] | null
  /** Products of any of these categories or their descendants. */
  category_ids?: string[]
  collection_ids?: string[]
  order: { by: ListingSort; descending: boolean }
  limit: number
  offset: number
}

export type ListingPage = { product_ids: string[]; count: number }

const SORT_COLUMN: Record<ListingSort, string> = { created_at: "product_created_at", title: "title" }

/**
 * One page of the listing and the exact count, in one statement: both see the same snapshot, so the count is that
 * of the rows. Reads only `availability_channel`; ties are broken by product id, so pages never overlap.
 *
 * With one channel the rows are taken as they stand, in index order. With several, a product counts once, with
 * its best status in any of them: slower (all matching rows are grouped), and documented as such.
 */
export async function listAvailable(connection: Connection, listing: ListingQuery): Promise<ListingPage> {
  const direction = listing.order.descending ? "desc" : "asc"
  const sort = SORT_COLUMN[listing.order.by]
  const inScope = [
    "sales_channel_id = any(cast(:sales_channel_ids as text[]))",
    "is_published",
    listing.category_ids && "category_ids && cast(:category_ids as text[])",
    listing.collection_ids && "collection_id = any(cast(:collection_ids as text[]))",
  ]
  const ofStatus = listing.statuses && "status = any(cast(:statuses as text[]))"
  const isOneChannel = listing.sales_channel_ids.length === 1
  const matching = isOneChannel
    ? `select product_id, ${sort} as sort from availability_channel where ${and(
        "sales_channel_id = :sales_channel_id",
        ...inScope.slice(1),
        ofStatus
      )}`
    : `select product_id, sort from (
         select distinct on (product_id) product_id, ${sort} as sort, status
         from availability_channel where ${and(...inScope)}
         order by product_id, array_position(cast(:best_first as text[]), status)
       ) best where ${and("true", ofStatus)}`

  const [page] = await query<ListingPage>(
    connection,
    `select
       (select count(*)::int from (${matching}) m) as count,
       array(select product_id from (${matching}) m
             order by sort ${direction}, product_id ${direction} limit :limit offset :offset) as product_ids`,
    {
      sales_channel_ids: listing.sales_channel_ids,
      sales_channel_id: listing.sales_channel_ids[0] ?? null,
      statuses: listing.statuses ? [...listing.statuses] : null,
      category_ids: listing.category_ids ?? null,
      collection_ids: listing.collection_ids ?? null,
      best_first: [...BEST_FIRST],
      limit: listing.limit,
      offset: listing.offset,
    }
  )
  return page ?? { product_ids: [], count: 0 }
}

function and(...conditions: (string | null | undefined | false)[]): string {
  return conditions.filter(Boolean).join(" and ")
}
