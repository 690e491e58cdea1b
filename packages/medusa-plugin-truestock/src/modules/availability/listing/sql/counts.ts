import type { ListingFacet, ListingQuery } from "../listing-query"
import { WHOLE_CHANNEL } from "./places"
import { and, isCounted, matching, ofStatus, type ScopeBinding } from "./matching"

/** Rows are counted where that is cheapest: prices have their own, all else is counted by its entries. */
const countedBy = (listing: ListingQuery) => (listing.price ? "price" : "created_at")

/** How many products the listing has, whatever page is shown of it. */
export function countSql(listing: ListingQuery, scope: ScopeBinding): string {
  return isCounted(listing, scope)
    ? `select cast(coalesce(sum(m.count), 0) as integer) from listing_count m
       where ${and(`m.scope_id = :${scope.name}_id`, ofStatus(listing))}`
    : `select cast(count(*) as integer) from matched m where ${ofStatus(listing)}`
}

/**
 * Rows `(value, count)`: what `count` would say if this value alone were asked for, everything else being the same.
 * So a facet leaves its own filter out.
 */
export function facetSql(
  facet: ListingFacet,
  listing: ListingQuery,
  scopes: { asked: ScopeBinding; whole: ScopeBinding }
): string {
  return facet === "status"
    ? statusFacet({ ...listing, statuses: null }, scopes.asked)
    : categoryFacet({ ...listing, category_ids: undefined }, scopes.whole)
}

function statusFacet(listing: ListingQuery, scope: ScopeBinding): string {
  const counted = isCounted(listing, scope)
    ? `select m.status_rank, m.count from listing_count m
       where ${and(`m.scope_id = :${scope.name}_id`, ofStatus(listing))}`
    : `select m.status_rank, 1 as count from matched m where ${ofStatus(listing)}`
  return `select cast(status_rank as text) as value, cast(sum(count) as integer) as count
    from (${counted}) n group by status_rank having sum(count) > 0 order by status_rank`
}

function categoryFacet(listing: ListingQuery, scope: ScopeBinding): string {
  const counted = isCounted(listing, scope)
    ? `select s.category_id, cast(sum(m.count) as integer) as count
       from listing_scope s join listing_count m on m.scope_id = s.id
       where ${and("s.sales_channel_id = any(cast(:sales_channel_ids as text[]))", ofStatus(listing))}
       group by s.category_id`
    : `select category_id, cast(count(distinct m.product_id) as integer) as count
       from (${matching(listing, scope, countedBy(listing))}) m
       join availability_channel c on c.product_id = m.product_id collate "default"
         and c.sales_channel_id = any(cast(:sales_channel_ids as text[]))
       cross join unnest(c.category_ids) as category_id
       where ${ofStatus(listing)}
       group by category_id`
  return `select category_id as value, count from (${counted}) n
    where category_id <> '${WHOLE_CHANNEL}' and count > 0 order by count desc, category_id`
}
