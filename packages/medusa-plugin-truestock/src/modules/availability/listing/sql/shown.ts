import type { ListingQuery } from "../listing-query"
import type { ListingView } from "./list-available"
import { soldFromLocation } from "./matching"

export const TOLD = `a.status, a.purchasable, a.quantity, a.available_on, a.lead_time_min_days, a.lead_time_max_days, a.eta, a.note`

export const IN_CHANNELS = "a.sales_channel_id = any(cast(:sales_channel_ids as text[]))"

/**
 * Rows of what shoppers are told of the products on the page, in a fixed order: of two that are equally good the first
 * stands for both, and every answer names the same one. They are the read model's of the moment at which the page was
 * found, but only while the product is published and in the channel. The read model follows within moments; what
 * may be shown to whom does not wait for it.
 */
export function shownProductsSql(listing: ListingQuery, view: ListingView): string {
  const mayBeShown = listing.sales_channel_ids.length === 1 ? IS_PUBLISHED : MAY_BE_SHOWN
  return listing.location_ids
    ? `select a.product_id as id, ${TOLD} from availability_location a join page using (product_id)
       where ${soldFromLocation(listing)} and ${MAY_BE_SHOWN} order by a.variant_id, a.location_id`
    : `select a.product_id as id, ${TOLD} ${view === "card" ? `, ${ON_CARD}` : ""}
       from availability_channel a join page using (product_id)
       where ${IN_CHANNELS} and ${mayBeShown} and ${IS_IN_ITS_CHANNEL} order by a.sales_channel_id`
}

export const IS_PUBLISHED = `exists (
  select 1 from product p where p.id = a.product_id and p.status = 'published' and p.deleted_at is null)`

/** A channel that the product has left says nothing of it any more. */
export const IS_IN_ITS_CHANNEL = `exists (
  select 1 from product_sales_channel l
  where l.product_id = a.product_id and l.sales_channel_id = a.sales_channel_id and l.deleted_at is null)`

const MAY_BE_SHOWN = `exists (
  select 1 from product p join product_sales_channel l on l.product_id = p.id and l.deleted_at is null
  where p.id = a.product_id and p.status = 'published' and p.deleted_at is null
    and l.sales_channel_id = any(cast(:sales_channel_ids as text[])))`

export function shownVariantsSql(listing: ListingQuery): string {
  return listing.location_ids
    ? `select a.variant_id as id, ${TOLD} from availability_location a join page using (product_id)
       where ${soldFromLocation(listing)} order by a.location_id`
    : `select a.variant_id as id, ${TOLD} from availability_variant a join page using (product_id)
       where ${IN_CHANNELS} and ${IS_IN_ITS_CHANNEL} order by a.sales_channel_id`
}

/** What a card shows beside the availability: the same in every channel. */
const ON_CARD = `a.title, a.subtitle, a.handle, a.thumbnail, a.brand_id, a.brand_name,
  a.prices ->> cast(:currency_code as text) as price`

/** Rows of it, where the availability is that of locations. */
export const CARDS_SQL = `select distinct on (a.product_id) a.product_id as id, ${ON_CARD}
  from availability_channel a join page using (product_id)
  where ${IN_CHANNELS}`
