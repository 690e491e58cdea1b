import { BY_INDEX, plpgsql } from "../guard/function-text"

/*
 * A transfer: draft -> in_transit -> received, or cancelled from either of the first two. Shipping takes the units from
 * the stock of one location and makes them incoming at the other; of each line, what was shipped is always what was
 * received, lost, returned, or is still on its way.
 *
 * All lock the transfer, then the levels of both locations in (item, location) order.
 */

/** The transfer, locked and in one of these states, as record `t`. */
const lockTransfer = (s: string, ...states: string[]) => `
  select * into t from ${s}.stock_transfer where id = input ->> 'id' for update;
  if not found then
    perform ${s}.truestock_complain('transfer_not_found', format('There is no transfer %s.', input ->> 'id'));
  elsif t.status not in (${states.map((state) => `'${state}'`).join(", ")}) then
    perform ${s}.truestock_complain('transfer_state', format('Transfer %s is %s, and must be %s for this.',
      t.id, t.status, '${states.join(" or ")}'));
  end if;`

/** Units that are on their way, of line `l`. */
const ON_THE_WAY = "(l.quantity - l.received_quantity - l.lost_quantity - l.returned_quantity)"

const why = (
  kind: string,
  reason = "transfer"
) => `jsonb_build_object('kind', '${kind}', 'reason', '${reason}',
  'note', t.note, 'reference_type', 'transfer', 'reference_id', t.id)`

/** truestock_transfer_json: a transfer as it is answered, with its lines. */
export function transferJsonFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_transfer_json(id text)`,
    "jsonb",
    BY_INDEX,
    `#variable_conflict use_variable
     begin
       return (
         select jsonb_build_object('id', t.id, 'from_location_id', t.from_location_id,
           'to_location_id', t.to_location_id, 'status', t.status, 'note', t.note, 'shipped_at', t.shipped_at,
           'closed_at', t.closed_at, 'created_by', t.created_by, 'created_at', t.created_at, 'updated_at', t.updated_at,
           'lines', (
             select jsonb_agg(jsonb_build_object('inventory_item_id', l.inventory_item_id, 'quantity', l.quantity,
               'received_quantity', l.received_quantity, 'lost_quantity', l.lost_quantity,
               'returned_quantity', l.returned_quantity, 'in_transit_quantity',
               case when t.status = 'in_transit' then ${ON_THE_WAY} else 0 end) order by l.inventory_item_id)
             from ${s}.stock_transfer_line l where l.transfer_id = t.id))
         from ${s}.stock_transfer t where t.id = id
       );
     end`
  )
}

/**
 * truestock_draft_transfer: `{ id, from_location_id, to_location_id, lines: [{ inventory_item_id, quantity }], note?,
 * created_by? }`, or of a draft that there is `{ id, is_change: true, lines?, note? }`. Touches no stock.
 */
export function draftTransferFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_draft_transfer(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       t record;
       v_missing text;
     begin
       if input -> 'is_change' = 'true' then
         ${lockTransfer(s, "draft")}
         update ${s}.stock_transfer k set updated_at = now(), note = case when input ? 'note' then input ->> 'note' else k.note end
         where k.id = t.id;
       else
         select k.id into v_missing from unnest(array[input ->> 'from_location_id', input ->> 'to_location_id']) as k(id)
           where not exists (select from ${s}.stock_location o where o.id = k.id and o.deleted_at is null);
         if found then
           perform ${s}.truestock_complain('unknown_location', format('There is no stock location %s.', v_missing));
         end if;
         insert into ${s}.stock_transfer (id, from_location_id, to_location_id, note, created_by)
         values (input ->> 'id', input ->> 'from_location_id', input ->> 'to_location_id', input ->> 'note',
           input ->> 'created_by');
       end if;
       if input ? 'lines' then
         select k.inventory_item_id into v_missing from jsonb_to_recordset(input -> 'lines') as k(inventory_item_id text)
           where not exists (select from ${s}.inventory_item i where i.id = k.inventory_item_id and i.deleted_at is null);
         if found then
           perform ${s}.truestock_complain('item_not_found', format('There is no inventory item %s.', v_missing));
         end if;
         delete from ${s}.stock_transfer_line where transfer_id = input ->> 'id';
         insert into ${s}.stock_transfer_line (transfer_id, inventory_item_id, quantity)
         select input ->> 'id', k.inventory_item_id, k.quantity
         from jsonb_to_recordset(input -> 'lines') as k(inventory_item_id text, quantity numeric);
       end if;
       return ${s}.truestock_transfer_json(input ->> 'id');
     end`
  )
}

/** Locks, together and in order, what a transfer's lines have at both locations. */
const lockBoth = (s: string) => `
  perform ${s}.truestock_create_stock(array_agg(l.inventory_item_id), array_agg(t.to_location_id))
  from (select * from ${s}.stock_transfer_line where transfer_id = t.id order by inventory_item_id) l;
  perform ${s}.truestock_lock_all(array_agg(item), array_agg(location)) from (
    select l.inventory_item_id as item, o.location
    from ${s}.stock_transfer_line l cross join unnest(array[t.from_location_id, t.to_location_id]) as o(location)
    where l.transfer_id = t.id order by 1, 2) k;`

/** truestock_ship_transfer: `{ id }`. Refused where there is not enough that is free. */
export function shipTransferFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_ship_transfer(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare t record;
     begin
       ${lockTransfer(s, "draft")}
       ${lockBoth(s)}
       perform ${s}.truestock_move_stock(array_agg(l.inventory_item_id), array_agg(t.from_location_id),
         array_agg(-l.quantity), array_agg(null::numeric), ${why("transfer_out")})
       from ${s}.stock_transfer_line l where l.transfer_id = t.id;
       perform ${s}.truestock_move_stock(array_agg(l.inventory_item_id), array_agg(t.to_location_id),
         array_agg(0::numeric), array_agg(l.quantity), ${why("transfer_in")})
       from ${s}.stock_transfer_line l where l.transfer_id = t.id;
       update ${s}.stock_transfer k set status = 'in_transit', shipped_at = ${s}.truestock_now(), updated_at = now()
       where k.id = t.id;
       return ${s}.truestock_transfer_json(t.id);
     end`
  )
}

/**
 * truestock_receive_transfer: `{ id, lines?: [{ inventory_item_id, quantity }], is_final? }`; without lines all that is
 * on its way. What does not come with the final one is lost. With the last unit the transfer is received.
 */
export function receiveTransferFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_receive_transfer(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       t record;
       r record;
     begin
       ${lockTransfer(s, "in_transit")}
       select k.inventory_item_id, k.quantity, ${ON_THE_WAY} as on_the_way into r
       from jsonb_to_recordset(input -> 'lines') as k(inventory_item_id text, quantity numeric)
       left join ${s}.stock_transfer_line l on l.transfer_id = t.id and l.inventory_item_id = k.inventory_item_id
       where k.quantity > coalesce(${ON_THE_WAY}, 0) order by 1 limit 1;
       if found then
         perform ${s}.truestock_complain('transfer_exceeded', format(
           'Of item %s %s units are on their way with transfer %s, and not %s. Receive what is more by itself.',
           r.inventory_item_id, coalesce(r.on_the_way, 0), t.id, r.quantity));
       end if;
       ${lockBoth(s)}
       with come as (
         update ${s}.stock_transfer_line l set received_quantity = l.received_quantity + k.come
         from (
           select l.inventory_item_id, case when input -> 'lines' is null then ${ON_THE_WAY} else k.quantity end as come
           from ${s}.stock_transfer_line l
           left join jsonb_to_recordset(input -> 'lines') as k(inventory_item_id text, quantity numeric) using (inventory_item_id)
           where l.transfer_id = t.id
         ) k
         where l.transfer_id = t.id and l.inventory_item_id = k.inventory_item_id and k.come > 0
         returning k.*
       )
       select array_agg(inventory_item_id) as items, array_agg(come) as quantities into r from come;
       perform ${s}.truestock_move_stock(r.items, array_fill(t.to_location_id, array[cardinality(r.items)]), r.quantities,
         array(select -q from unnest(r.quantities) q), ${why("transfer_in")}) where r.items is not null;

       if input -> 'is_final' = 'true' then
         perform ${s}.truestock_move_stock(array_agg(l.inventory_item_id), array_agg(t.to_location_id),
           array_agg(0::numeric), array_agg(-${ON_THE_WAY}), ${why("adjust", "lost")})
         from ${s}.stock_transfer_line l where l.transfer_id = t.id and ${ON_THE_WAY} > 0 having count(*) > 0;
         update ${s}.stock_transfer_line l set lost_quantity = l.lost_quantity + ${ON_THE_WAY} where l.transfer_id = t.id;
       end if;
       update ${s}.stock_transfer k set updated_at = now(), status = 'received', closed_at = ${s}.truestock_now()
       where k.id = t.id
         and not exists (select from ${s}.stock_transfer_line l where l.transfer_id = t.id and ${ON_THE_WAY} > 0);
       return ${s}.truestock_transfer_json(t.id);
     end`
  )
}

/** truestock_cancel_transfer: `{ id }`. What is on its way goes back where it came from. */
export function cancelTransferFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_cancel_transfer(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare t record;
     begin
       ${lockTransfer(s, "draft", "in_transit")}
       if t.status = 'in_transit' then
         ${lockBoth(s)}
         perform ${s}.truestock_move_stock(array_agg(l.inventory_item_id), array_agg(t.to_location_id),
           array_agg(0::numeric), array_agg(-${ON_THE_WAY}), ${why("transfer_out")})
         from ${s}.stock_transfer_line l where l.transfer_id = t.id and ${ON_THE_WAY} > 0;
         perform ${s}.truestock_move_stock(array_agg(l.inventory_item_id), array_agg(t.from_location_id),
           array_agg(${ON_THE_WAY}), array_agg(null::numeric), ${why("transfer_in")})
         from ${s}.stock_transfer_line l where l.transfer_id = t.id and ${ON_THE_WAY} > 0;
         update ${s}.stock_transfer_line l set returned_quantity = ${ON_THE_WAY} where l.transfer_id = t.id;
       end if;
       update ${s}.stock_transfer k set status = 'cancelled', closed_at = ${s}.truestock_now(), updated_at = now()
       where k.id = t.id;
       return ${s}.truestock_transfer_json(t.id);
     end`
  )
}
