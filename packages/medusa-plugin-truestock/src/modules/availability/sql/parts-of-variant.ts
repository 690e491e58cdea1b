import { sourcesOf } from "./supply-facts"

/**
 * The inventory items and levels behind the rows of `variant`, as JSON per variant: `parts`. What carts hold is not
 * available; `but_of` = a condition on holds `h` that do not count. Deliveries are those that are expected and have a date.
 */
export const partsOfVariant = (but_of = "false") => `
  part as materialized (
    select i.variant_id, i.inventory_item_id, i.required_quantity
    from product_variant_inventory_item i
    where i.variant_id = any(array(select id from variant)) and i.deleted_at is null
  ),
  held as materialized (
    select h.inventory_item_id, h.location_id, sum(h.quantity) as units, min(h.expires_at) as until
    from inventory_hold h
    where h.inventory_item_id = any(array(select inventory_item_id from part)) and h.ended_at is null
      and h.expires_at > truestock_now() and (${but_of}) is not true
    group by h.inventory_item_id, h.location_id
  ),
  coming as materialized (
    select d.inventory_item_id, d.location_id, json_agg(json_build_object(
        'units', d.quantity - d.received_quantity, 'expected_at', d.expected_at) order by d.expected_at, d.id) as deliveries
    from incoming_stock d
    where d.inventory_item_id = any(array(select inventory_item_id from part)) and d.status = 'expected'
      and d.expected_at is not null and d.deleted_at is null
    group by d.inventory_item_id, d.location_id
  ),
  levels as (
    select l.inventory_item_id, json_agg(json_build_object(
        'location_id', l.location_id,
        'available', l.stocked_quantity - l.reserved_quantity - coalesce(held.units, 0),
        'incoming', l.incoming_quantity,
        'as_of', l.metadata ->> 'as_of',
        'sources', ${sourcesOf("l")},
        'held_until', held.until,
        'deliveries', coming.deliveries) order by l.location_id) as levels
    from inventory_level l
    join inventory_item i on i.id = l.inventory_item_id and i.deleted_at is null
    left join held on held.inventory_item_id = l.inventory_item_id and held.location_id = l.location_id
    left join coming on coming.inventory_item_id = l.inventory_item_id and coming.location_id = l.location_id
    where l.inventory_item_id = any(array(select inventory_item_id from part)) and l.deleted_at is null
    group by l.inventory_item_id
  ),
  parts as (
    select p.variant_id, json_agg(json_build_object(
        'inventory_item_id', p.inventory_item_id,
        'required', p.required_quantity,
        'levels', coalesce(l.levels, '[]'::json)) order by p.inventory_item_id) as parts
    from part p
    left join levels l on l.inventory_item_id = p.inventory_item_id
    group by p.variant_id
  )`
