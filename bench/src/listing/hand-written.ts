import { ONLINE } from "../catalogue/shop.js"
import { PAGE } from "./requests.js"

const IN_STOCK = "status_rank in (0, 1)"

/** A scope's number, and the table that has its entries. */
export type Scope = { scopeId: number; entries: "listing_entry_channel" | "listing_entry_category" }

/** Ids and exact count of one scope, and nothing else: constants where constants will do. */
export function idsAndCount({ scopeId, entries }: Scope, count: "kept" | "counted"): string {
  const counts = {
    kept: `select sum(count)::int from listing_count where scope_id = ${scopeId} and ${IN_STOCK}`,
    counted: `select count(*)::int from ${entries} where scope_id = ${scopeId} and ${IN_STOCK}`,
  }
  return `select (${counts[count]}) as count, array(${ids({ scopeId, entries })}) as product_ids`
}

/** The same, and what 20 cards show, of products that are still published and in the channel. */
export function cardsAndCount({ scopeId, entries }: Scope): string {
  return `
    with page as materialized (
      select product_id collate "default" as id, row_number() over () as place from (${ids({ scopeId, entries })}) p
    )
    select (select sum(count)::int from listing_count where scope_id = ${scopeId} and ${IN_STOCK}) as count,
      (select json_agg(json_build_object('id', page.id, 'title', a.title, 'subtitle', a.subtitle, 'handle', a.handle,
          'thumbnail', a.thumbnail, 'brand_id', a.brand_id, 'brand_name', a.brand_name, 'price', a.prices ->> 'usd',
          'status', a.status, 'purchasable', a.purchasable, 'quantity', a.quantity, 'note', a.note,
          'available_on', a.available_on, 'min', a.lead_time_min_days, 'max', a.lead_time_max_days,
          'eta', a.eta)
         order by place)
       from page
       join availability_channel a on a.product_id = page.id and a.sales_channel_id = '${ONLINE}'
       join product p on p.id = page.id
       join product_sales_channel l on l.product_id = page.id and l.sales_channel_id = '${ONLINE}'
       where p.status = 'published' and p.deleted_at is null and l.deleted_at is null) as cards`
}

const ids = ({ scopeId, entries }: Scope) => `
  select product_id from ${entries} where scope_id = ${scopeId} and ${IN_STOCK}
  order by created_at desc, product_id desc limit ${PAGE}`
