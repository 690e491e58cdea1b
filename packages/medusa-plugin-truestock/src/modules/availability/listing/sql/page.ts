import type { ListingQuery } from "../listing-query"
import { and, isCounted, isPricedLast, matching, ofStatus, type ScopeBinding, SORTS } from "./matching"

/**
 * Rows `(product_id, sort, place)` of one page and one more, which says whether there is a next one. Ties are broken
 * by the product, so pages never overlap; with a cursor the page goes on behind a row, wherever that is by now.
 */
export function pageSql(listing: ListingQuery, scope: ScopeBinding): string {
  if (!isCounted(listing, scope)) {
    return isPricedLast(listing)
      ? onePage(listing, "matched", isBehindPriced(listing), "nulls last")
      : onePage(listing, "matched", behindCursor(listing))
  }
  return isPricedLast(listing)
    ? pricedFirst(listing, scope)
    : onePage(listing, `(${matching(listing, scope, listing.order.by)})`, behindCursor(listing))
}

function onePage(listing: ListingQuery, rows: string, behind: string | false, nulls?: "nulls last"): string {
  const order = inOrder(listing, nulls)
  return `select product_id, sort, row_number() over (${order}) as place
    from (
      select m.product_id, m.sort from ${rows} m
      where ${and(ofStatus(listing), behind)} ${order} limit :take offset :offset
    ) page`
}

/** Without `nulls` it is an order that the indexes have. */
function inOrder({ order }: ListingQuery, nulls = ""): string {
  const direction = order.descending ? "desc" : "asc"
  return `order by sort ${direction} ${nulls}, product_id ${direction}`
}

function behindCursor({ order, after }: ListingQuery): string | false {
  return (
    after !== undefined &&
    `(m.sort, m.product_id) ${order.descending ? "<" : ">"}
      (cast(:after_value as ${SORTS[order.by].type}), :after_id)`
  )
}

/** As pricedFirst() goes on: behind a price come lower or higher ones and then all that have none. */
function isBehindPriced(listing: ListingQuery): string | false {
  const { after, order } = listing
  if (after?.value === null) {
    return `m.sort is null and m.product_id ${order.descending ? "<" : ">"} :after_id`
  }
  return after !== undefined && `(${behindCursor(listing)} or m.sort is null)`
}

/**
 * By price, whatever has none in this currency comes last in both directions: first the rows of the price index, and
 * only when they do not fill the page the entries that have no price row, which have to be looked for.
 */
function pricedFirst(listing: ListingQuery, scope: ScopeBinding): string {
  const { after } = listing
  const isBehindPrices = after !== undefined && after.value === null
  const ofPriced = `select m.product_id, m.sort from (${matching(listing, scope, "price")}) m`
  const ofUnpriced = `select m.product_id from (${matching(listing, scope, "created_at")}) m
    where ${and(
      ofStatus(listing),
      isBehindPrices && `m.product_id ${listing.order.descending ? "<" : ">"} :after_id`,
      `not exists (
        select 1 from listing_price p
        where p.scope_id = any(cast(:${scope.name}_ids as integer[])) and p.product_id = m.product_id
          and p.currency_code = :currency_code)`
    )}`
  const direction = listing.order.descending ? "desc" : "asc"
  return `select product_id, sort, row_number() over (order by part, sort ${direction}, product_id ${direction}) as place
    from (
      with priced as materialized (
        ${ofPriced} where ${and(ofStatus(listing), isBehindPrices ? "false" : behindCursor(listing))}
        ${inOrder(listing)} limit :take offset :offset
      )
      select 0 as part, product_id, sort from priced
      union all
      select 1, product_id, null from (
        ${ofUnpriced}
        order by m.product_id ${direction}
        limit :take - (select count(*) from priced)
        offset (select case
          when :offset = 0 or (select count(*) from priced) > 0 then 0
          else greatest(0, :offset - (select count(*) from (${ofPriced} where ${ofStatus(listing)}) p)) end)
      ) unpriced
    ) page`
}
