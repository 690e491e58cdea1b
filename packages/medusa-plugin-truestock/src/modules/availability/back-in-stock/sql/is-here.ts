/**
 * Whether what a subscription `s` waits for is in stock, as the read model says: one of the variants meant, published,
 * in one of the channels that the shopper sees. Backorders and preorders are promises, not stock.
 */
export const isHere = (s: string) => `exists (
  select 1 from availability_variant v
  join product p on p.id = v.product_id and p.deleted_at is null and p.status = 'published'
  where v.product_id = ${s}.product_id and (${s}.variant_id is null or v.variant_id = ${s}.variant_id)
    and v.sales_channel_id = any(${s}.sales_channel_ids)
    and v.status in ('in_stock', 'low_stock') and v.purchasable)`
