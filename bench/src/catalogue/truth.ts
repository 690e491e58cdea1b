import { ONLINE } from "./shop.js"

/** Best first, as a product in several channels takes the best one's. */
const STATUSES = ["in_stock", "low_stock", "backorder", "incoming", "out_of_stock"]

/**
 * Every published product of these channels with its status, worked out from Medusa's own tables alone, slowly and
 * plainly. It knows the rules that this catalogue exercises: one managed variant of one part each with one price, no
 * policies and no overrides, low stock up to 10 units.
 */
export const productsOf = (channels: string[]) => `
  select p.id, p.title, p.handle, p.thumbnail, p.created_at, v.sku, price.amount as price,
    brand.id as brand_id, brand.name as brand_name, ('{${STATUSES}}'::text[])[best.rank] as status
  from product p
  join product_variant v on v.product_id = p.id and v.deleted_at is null
  join product_variant_price_set ps on ps.variant_id = v.id and ps.deleted_at is null
  join price on price.price_set_id = ps.price_set_id and price.currency_code = 'usd' and price.deleted_at is null
  join product_product_brand_brand pb on pb.product_id = p.id and pb.deleted_at is null
  join brand on brand.id = pb.brand_id
  join lateral (
    select min(case
        when stock.units > 10 then 1
        when stock.units > 0 then 2
        when v.allow_backorder then 3
        when stock.incoming > 0 then 4
        else 5
      end) as rank
    from product_sales_channel c
    join lateral (
      select coalesce(sum(l.stocked_quantity - l.reserved_quantity), 0) as units,
        coalesce(sum(l.incoming_quantity), 0) as incoming
      from product_variant_inventory_item i
      join inventory_level l on l.inventory_item_id = i.inventory_item_id and l.deleted_at is null
      join sales_channel_stock_location s on s.stock_location_id = l.location_id
        and s.sales_channel_id = c.sales_channel_id and s.deleted_at is null
      where i.variant_id = v.id and i.deleted_at is null
    ) stock on true
    where c.product_id = p.id and c.sales_channel_id in (${channels.map((id) => `'${id}'`)})
      and c.deleted_at is null
  ) best on best.rank is not null
  where p.status = 'published' and p.deleted_at is null`

/** Of the online channel, which the first key sees. */
export const STATUS_OF_PRODUCTS = productsOf([ONLINE])
