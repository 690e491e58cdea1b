import { type Connection, query } from "../../../../database/connection"
import type { LineFacts } from "../../rules/lines-of-source"
import type { OrderLine } from "../order-line"

/**
 * The lines among those given whose variant is a title of one of the sources, with what decides whether they are sold from
 * there and what is known of the title. Left out are variants whose stock is not managed, and those of which the merchant
 * sells more than there is, whatever the source says. What the cart holds itself is not promised to others. Locks nothing.
 */
export async function readOrderLines(
  connection: Connection,
  question: { cart_id: string; lines: OrderLine[]; max_ages: { source_id: string; seconds: number }[] }
): Promise<{ lines: LineFacts[]; now: string }> {
  const rows = await query<LineFacts & { now: string }>(connection, LINES, {
    cart_id: question.cart_id,
    lines: JSON.stringify(question.lines),
    max_ages: JSON.stringify(question.max_ages),
  })
  return { lines: rows, now: rows[0]?.now ?? "" }
}

const LINES = `
  with live as materialized (
    select h.* from inventory_hold h
    where h.inventory_item_id = any(array(
        select k.inventory_item_id from jsonb_to_recordset(cast(:lines as jsonb)) as k(inventory_item_id text)))
      and h.ended_at is null and h.expires_at > truestock_now()
  )
  select t.source_id, t.ean13, t.variant_id, k.units, k.location_id as first_place, s.location_id as source_place,
    exists (select from inventory_location i
      where i.location_id = k.location_id and not i.is_active and i.deleted_at is null) as is_first_place_inactive,
    array(select h.location_id from live h where h.cart_id = :cart_id and h.line_item_id = k.line_item_id
      and h.inventory_item_id = k.inventory_item_id) as held_at,
    coalesce(l.stocked_quantity, 0)::float8 as stocked,
    (coalesce(l.reserved_quantity, 0) + coalesce((select sum(h.quantity) from live h
      where h.inventory_item_id = k.inventory_item_id and h.location_id = s.location_id
        and h.cart_id is distinct from :cart_id), 0))::float8 as promised,
    coalesce(g.as_of > young.since, false) as is_fresh,
    case when u.looked_up_at > young.since and u.looked_up_at > coalesce(g.as_of, '-infinity')
      then json_build_object('sellable', u.sellable, 'takes_backorder', u.takes_backorder) end as remembered,
    to_json(truestock_now()) #>> '{}' as now
  from jsonb_to_recordset(cast(:lines as jsonb))
    as k(line_item_id text, variant_id text, inventory_item_id text, location_id text, units numeric)
  join distributor_title t on t.variant_id = k.variant_id and t.inventory_item_id = k.inventory_item_id
    and t.sync_status = 'imported'
  join jsonb_to_recordset(cast(:max_ages as jsonb)) as m(source_id text, seconds integer) on m.source_id = t.source_id
  join distributor_source s on s.id = t.source_id and s.location_id is not null
  join product_variant v on v.id = t.variant_id and v.manage_inventory and v.deleted_at is null
    and (not v.allow_backorder or t.has_set_backorder)
  cross join lateral (select truestock_now() - make_interval(secs => m.seconds) as since) young
  left join inventory_level l on l.inventory_item_id = k.inventory_item_id and l.location_id = s.location_id
    and l.deleted_at is null
  left join distributor_sighting g on g.source_id = t.source_id and g.ean13 = t.ean13
  left join distributor_look_up u on u.source_id = t.source_id and u.ean13 = t.ean13
  order by t.source_id, t.ean13`
