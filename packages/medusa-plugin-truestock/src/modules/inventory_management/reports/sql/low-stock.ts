import { heldAt } from "./held-at"
import type { Writer } from "./run-report"

/** What the policies of today say of variant `v`: at the location that is asked for, of the variant, of the product. */
const policy = (alias: string, variant: string, location: string) => `
    left join availability_policy ${alias} on ${alias}.product_id = v.product_id and ${alias}.deleted_at is null
      and ${alias}.variant_id is not distinct from ${variant} and ${alias}.location_id is not distinct from ${location}`

/**
 * Items of which not more is left than the low-stock threshold: stocked less reserved, over all active locations
 * together, or at the one that is asked for. What has run out is among them; a threshold of 0 is none.
 *
 * The threshold is what today's policies say (variant at the location asked for, variant, product, plugin default), in
 * units of the item: a variant that takes two has twice its own. Of several variants the highest counts; an item of
 * none has the default, one whose variants are not managed has none. An item without a level is not told of.
 */
export const lowStock: Writer = async (tx, question) => {
  const held = await heldAt(tx, "held", question.date, question.location_id)
  return {
    ctes: `${held.ctes},
  threshold as (
    select k.inventory_item_id, max(k.required_quantity * coalesce(
      at.low_stock_threshold, variant.low_stock_threshold, product.low_stock_threshold, cast(:default_threshold as integer)
    )) filter (where v.manage_inventory) as units
    from product_variant_inventory_item k
    join product_variant v on v.id = k.variant_id and v.deleted_at is null
    ${policy("at", "v.id", "cast(:location_id as text)")} and at.location_id is not null
    ${policy("variant", "v.id", "null")}
    ${policy("product", "null", "null")}
    where k.deleted_at is null group by k.inventory_item_id
  ), closed as (
    select location_id from inventory_location where not is_active and deleted_at is null
      and cast(:location_id as text) is null
  ), stock as (
    select inventory_item_id, sum(stocked) as stocked, sum(reserved) as reserved, sum(incoming) as incoming
    from held where is_there and location_id not in (select location_id from closed) group by inventory_item_id
  ), result as materialized (
    select s.inventory_item_id, i.sku, i.title, cast(s.stocked as float) as stocked_quantity,
      cast(s.reserved as float) as reserved_quantity, cast(s.stocked - s.reserved as float) as available_quantity,
      cast(s.incoming as float) as incoming_quantity, cast(t.units as float) as threshold
    from stock s
    left join threshold given on given.inventory_item_id = s.inventory_item_id
    cross join lateral (
      select case when given.inventory_item_id is null then cast(:default_threshold as integer) else given.units end as units
    ) t
    left join inventory_item i on i.id = s.inventory_item_id
    where t.units > 0 and s.stocked - s.reserved <= t.units
  )`,
    columns: [
      ...["inventory_item_id", "sku", "title", "stocked_quantity", "reserved_quantity", "available_quantity"],
      ...["incoming_quantity", "threshold"],
    ],
    totals: `select json_build_object('items', count(*),
      'out_of_stock_items', count(*) filter (where available_quantity <= 0)) from result`,
    order: `available_quantity, sku collate "C", inventory_item_id collate "C"`,
    bindings: { ...held.bindings, default_threshold: question.low_stock_threshold },
  }
}
