import { type ListingQuery, type ListingSort } from "../listing-query"
import { rankSql } from "./places"

/** Where the rows are taken from: the binding with the scopes' numbers, whether they are whole channels, whether it is one. */
export type ScopeBinding = { name: "asked" | "whole"; isWhole: boolean; isOne: boolean }

/** What the rows are sorted by, and how a cursor's value is read. */
export const SORTS: Record<ListingSort, { column: string; type: string }> = {
  availability: { column: "status_rank", type: "smallint" },
  title: { column: "title", type: "text" },
  created_at: { column: "created_at", type: "timestamptz" },
  updated_at: { column: "updated_at", type: "timestamptz" },
  price: { column: "amount", type: "numeric" },
}

export const and = (...conditions: (string | null | undefined | false)[]): string =>
  conditions.filter(Boolean).join(" and ") || "true"

const isIn = (column: string, binding: string) => `${column} = any(cast(:${binding} as text[]))`

/**
 * Rows `(product_id, status_rank, purchasable, sort)` of the scopes, one per product, under every filter but the
 * status. One scope is read as it stands, in the order of an index; several are grouped, since a product may be in
 * more than one, and cost what they hold.
 */
export function matching(listing: ListingQuery, scope: ScopeBinding, sort: ListingSort): string {
  const rows = atLocations(listing, oneRowPerProduct(scope, sort), sort)
  return `select r.product_id, r.status_rank, r.purchasable, r.sort from (${rows}) r
    where ${and(ofWideRow(listing), ofPrice(listing, scope, sort))}`
}

/**
 * The same as a table of its own, `matched`, for listings whose rows must be counted one by one: then page, count and
 * facets are all taken from one pass. Looking for the first page alone, Postgres would walk an index in the hope of
 * soon meeting what the filter lets through, and where that is rare or gone it walks for minutes.
 *
 * By price, `sort` is null for what has none in this currency.
 */
export function matchedSql(listing: ListingQuery, scope: ScopeBinding): string {
  return isPricedLast(listing)
    ? `select m.product_id, m.status_rank, m.purchasable, p.sort
       from (${matching(listing, scope, "created_at")}) m
       left join (${oneRowPerProduct(scope, "price")}) p on p.product_id = m.product_id`
    : matching(listing, scope, listing.order.by)
}

/** By price, and products that have none in this currency are among the rows. */
export const isPricedLast = ({ order, price }: ListingQuery) => order.by === "price" && !price

function oneRowPerProduct(scope: ScopeBinding, sort: ListingSort): string {
  // By its own name: named as a part of both, its indexes alone would not do.
  const entries = scope.isWhole ? "listing_entry_channel" : "listing_entry_category"
  const rows =
    sort === "price"
      ? `listing_price k
         join ${entries} e on e.scope_id = k.scope_id and e.product_id = k.product_id
         where k.currency_code = :currency_code`
      : `${entries} e where true`
  const [key, column] = [sort === "price" ? "k" : "e", SORTS[sort].column]
  return scope.isOne
    ? `select ${key}.product_id, e.status_rank, e.purchasable, ${column} as sort
       from ${rows} and ${key}.scope_id = :${scope.name}_id`
    : `select ${key}.product_id, min(e.status_rank) as status_rank, bool_or(e.purchasable) as purchasable,
         min(${column}) as sort
       from ${rows} and ${key}.scope_id = any(cast(:${scope.name}_ids as integer[]))
       group by ${key}.product_id`
}

/** The status at the asked locations takes the place of the channel's: of those a channel of the product sells from. */
function atLocations(listing: ListingQuery, rows: string, sort: ListingSort): string {
  if (!listing.location_ids) {
    return rows
  }
  return `select e.product_id, l.status_rank, l.purchasable,
      ${sort === "availability" ? "l.status_rank" : "e.sort"} as sort
    from (${rows}) e
    join (
      select a.product_id, min(${rankSql("a.status")}) as status_rank, bool_or(a.purchasable) as purchasable
      from availability_location a where ${soldFromLocation(listing)}
      group by a.product_id
    ) l on l.product_id = e.product_id`
}

/**
 * Rows `a` of availability_location that shoppers of these channels may be told of: where a channel of the product
 * sells from the location, its own row, or else the one for every channel.
 */
export function soldFromLocation({ sales_channel_ids }: ListingQuery): string {
  const isOfChannels = isIn("sl.sales_channel_id", "sales_channel_ids")
  const isItsRow = `(a.sales_channel_id = sl.sales_channel_id or a.sales_channel_id = '' and not exists (
      select 1 from availability_location own
      where own.product_id = a.product_id and own.variant_id = a.variant_id and own.location_id = a.location_id
        and own.sales_channel_id = sl.sales_channel_id))`
  // Of one channel only its own products are listed: that they are in it needs no second look.
  const isInChannel =
    sales_channel_ids.length === 1
      ? ""
      : `join availability_channel c on c.sales_channel_id = sl.sales_channel_id and c.product_id = a.product_id`
  return `${isIn("a.location_id", "location_ids")} and exists (
    select 1 from sales_channel_stock_location sl ${isInChannel}
    where sl.stock_location_id = a.location_id and sl.deleted_at is null and ${isOfChannels} and ${isItsRow})`
}

/** The filters that look at the wide row; all of it holds in every channel of the product. */
function ofWideRow(listing: ListingQuery): string | null {
  const { collection_ids, type_ids, brand_ids, tag_ids, search } = listing
  const conditions = [
    collection_ids && isIn("c.collection_id", "collection_ids"),
    type_ids && isIn("c.type_id", "type_ids"),
    brand_ids && isIn("c.brand_id", "brand_ids"),
    tag_ids && "c.tag_ids && cast(:tag_ids as text[])",
    search && "(c.search @@ cast(:words as tsquery) or c.codes && cast(:codes as text[]))",
  ].filter(Boolean)
  return conditions.length === 0
    ? null
    : `r.product_id in (select c.product_id from availability_channel c
        where ${and(isIn("c.sales_channel_id", "sales_channel_ids"), ...(conditions as string[]))})`
}

function ofPrice({ price }: ListingQuery, scope: ScopeBinding, sort: ListingSort): string | null {
  if (!price) {
    return null
  }
  const within = (amount: string) =>
    and(
      price.min !== undefined && `${amount} >= cast(:min_price as numeric)`,
      price.max !== undefined && `${amount} <= cast(:max_price as numeric)`
    )
  return sort === "price"
    ? within("r.sort")
    : `exists (select 1 from listing_price p
        where p.scope_id = any(cast(:${scope.name}_ids as integer[])) and p.product_id = r.product_id
          and p.currency_code = :currency_code and ${within("p.amount")})`
}

/** The status that was asked for, of rows `m` of matching(). */
export function ofStatus(listing: ListingQuery): string {
  return and(
    listing.statuses !== null && "m.status_rank = any(cast(:status_ranks as smallint[]))",
    listing.purchasable !== undefined && "m.purchasable = :purchasable"
  )
}

/** Whether the kept counts answer it: one scope, and no filter that only the rows know. */
export function isCounted(listing: ListingQuery, scope: ScopeBinding): boolean {
  return scope.isOne && !listing.price && !listing.location_ids && ofWideRow(listing) === null
}
