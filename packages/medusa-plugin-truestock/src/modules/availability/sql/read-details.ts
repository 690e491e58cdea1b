import { type Connection, query } from "../../../database/connection"
import type { AvailabilityDetails } from "../details"
import { isoTime, jsonList, leadTimeDays } from "./as-json"
import { policiesOf } from "./list-policies"
import { suppliesOf } from "./list-supply"
import { NOT_YET_DECIDED } from "./lock-products"

const OVERRIDES = `
  select row(o.variant_id is not null, o.sales_channel_id is not null, o.variant_id, o.sales_channel_id) as place,
    json_build_object(
      'id', o.id, 'variant_id', o.variant_id, 'sales_channel_id', o.sales_channel_id, 'status', o.status,
      'notes', o.notes, 'note_visible', o.note_visible, 'set_by', o.set_by,
      'expires_at', ${isoTime("o.expires_at")}, 'is_expired', coalesce(o.expires_at <= truestock_now(), false),
      'created_at', ${isoTime("o.created_at")}, 'updated_at', ${isoTime("o.updated_at")}) as told
  from availability_override o
  where o.product_id = a.product_id and o.deleted_at is null`

const VARIANTS = `
  select row(pv.variant_rank, v.variant_id) as place,
    json_build_object(
      'variant_id', v.variant_id, 'title', pv.title, 'sku', pv.sku, 'status', v.status, 'reason', v.reason,
      'purchasable', v.purchasable, 'quantity', v.quantity, 'available_quantity', v.available_quantity,
      'max_single_location', v.max_single_location, 'available_on', ${isoTime("v.available_on")}, 'lead_time_days', ${leadTimeDays("v")},
      'eta', ${isoTime("v.eta")}) as told
  from availability_variant v
  left join product_variant pv on pv.id = v.variant_id
  where v.product_id = c.product_id and v.sales_channel_id = c.sales_channel_id`

/** From which a channel sells now: as the refresh counts them (read-facts.ts). */
const LOCATION_IDS = `
  select l.stock_location_id as place, l.stock_location_id as told
  from sales_channel_stock_location l
  join stock_location s on s.id = l.stock_location_id and s.deleted_at is null
  where l.sales_channel_id = c.sales_channel_id and l.deleted_at is null
    and not exists (select from inventory_location i
      where i.location_id = s.id and not i.is_active and i.deleted_at is null)`

const CHANNELS = `
  select row(sc.name, c.sales_channel_id) as place,
    json_build_object(
      'sales_channel_id', c.sales_channel_id, 'name', sc.name, 'status', c.status, 'reason', c.reason,
      'purchasable', c.purchasable, 'quantity', c.quantity, 'available_on', ${isoTime("c.available_on")},
      'lead_time_days', ${leadTimeDays("c")}, 'eta', ${isoTime("c.eta")}, 'location_ids', ${jsonList(LOCATION_IDS)},
      'variants', ${jsonList(VARIANTS)}) as told
  from availability_channel c
  left join sales_channel sc on sc.id = c.sales_channel_id
  where c.product_id = a.product_id`

const LOCATIONS = `
  select row(s.name, l.location_id, l.variant_id) as place,
    json_build_object(
      'location_id', l.location_id, 'name', s.name, 'variant_id', l.variant_id, 'status', l.status,
      'reason', l.reason, 'purchasable', l.purchasable, 'quantity', l.quantity,
      'available_quantity', l.available_quantity, 'eta', ${isoTime("l.eta")}) as told
  from availability_location l
  left join stock_location s on s.id = l.location_id
  where l.product_id = a.product_id and l.sales_channel_id = ''`

/**
 * Everything that an operator is told of a product: the read model and what people have decided, in one statement
 * and so of one moment. Null for a product that is unknown, deleted, or not decided yet. Takes no locks.
 */
export async function readDetails(
  connection: Connection,
  productId: string
): Promise<AvailabilityDetails | null> {
  const [row] = await query<AvailabilityDetails>(
    connection,
    `select a.id, a.product_id, a.status, a.reason, a.source, a.purchasable, a.quantity,
       ${isoTime("a.available_on")} as available_on, ${isoTime("a.eta")} as eta, a.notes, ${isoTime("a.due_at")} as due_at,
       ${isoTime("a.created_at")} as created_at, ${isoTime("a.updated_at")} as updated_at,
       ${jsonList(OVERRIDES)} as overrides, ${jsonList(CHANNELS)} as channels,
       ${jsonList(LOCATIONS)} as locations, ${jsonList(policiesOf("a.product_id"))} as policies,
       ${jsonList(suppliesOf("a.product_id"))} as supplies
     from availability a
     join product p on p.id = a.product_id and p.deleted_at is null
     where a.product_id = :product_id and a.deleted_at is null and a.reason <> '${NOT_YET_DECIDED}'`,
    { product_id: productId }
  )
  return row ?? null
}
