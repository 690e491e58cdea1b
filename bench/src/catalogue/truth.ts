import { ONLINE } from "./shop.js"

/**
 * Every published product of the online channel with its status, worked out from Medusa's own tables alone, slowly and plainly. It knows the rules that this catalogue
 * exercises: one managed variant of one part each, no policies and no overrides, low stock up to 10 units.
 */
export const STATUS_OF_PRODUCTS = `
  select p.id, p.created_at,
    case
      when stock.units > 10 then 'in_stock'
      when stock.units > 0 then 'low_stock'
      when v.allow_backorder then 'backorder'
      when stock.incoming > 0 then 'incoming'
      else 'out_of_stock'
    end as status
  from product p
  join product_sales_channel c on c.product_id = p.id and c.sales_channel_id = '${ONLINE}' and c.deleted_at is null
  join product_variant v on v.product_id = p.id and v.deleted_at is null
  join lateral (
    select coalesce(sum(l.stocked_quantity - l.reserved_quantity), 0) as units,
      coalesce(sum(l.incoming_quantity), 0) as incoming
    from product_variant_inventory_item i
    join inventory_level l on l.inventory_item_id = i.inventory_item_id and l.deleted_at is null
    join sales_channel_stock_location s on s.stock_location_id = l.location_id
      and s.sales_channel_id = '${ONLINE}' and s.deleted_at is null
    where i.variant_id = v.id and i.deleted_at is null
  ) stock on true
  where p.status = 'published' and p.deleted_at is null`
