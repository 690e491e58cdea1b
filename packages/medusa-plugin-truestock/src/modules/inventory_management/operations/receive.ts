import { BY_INDEX, plpgsql } from "../guard/function-text"

const ROWS = `jsonb_to_recordset(input -> 'rows') as k(n integer, inventory_item_id text, location_id text,
  quantity numeric, incoming_id text, unit_cost numeric, currency_code text, because jsonb)`

/** What is wrong with row `r`, which names the delivery `r.incoming_id`. */
const judgeDelivery = (s: string) => `
  if r.id is null then
    perform ${s}.truestock_complain('incoming_not_found', format('Row %s: there is no incoming delivery %s.', r.n, r.incoming_id));
  elsif r.status <> 'expected' then
    perform ${s}.truestock_complain('incoming_closed', format('Row %s: delivery %s is %s since %s and is not expected any more.',
      r.n, r.id, r.status, to_json(r.closed_at) #>> '{}'));
  elsif r.quantity > r.remaining then
    perform ${s}.truestock_complain('incoming_exceeded', format('Row %s: of delivery %s %s units are to come, and not %s. '
      'Receive what is more without the delivery.', r.n, r.id, r.remaining, r.quantity));
  elsif r.given_item <> r.item or r.given_location <> r.location then
    perform ${s}.truestock_complain('invalid_receipt', format('Row %s: delivery %s is of item %s at location %s. '
      'Leave both away, or give these.', r.n, r.id, r.item, r.location));
  end if;`

/**
 * truestock_receive: `{ rows: [{ n, inventory_item_id?, location_id?, quantity, incoming_id?, unit_cost?, currency_code?,
 * because? }], because }`, each level once. Units that have come are stocked; of a delivery that was expected, which
 * then says item and location (and what they cost, where the row does not), so many less are incoming, and with the last
 * it is received. All or nothing. A missing level is made. Answers `{ inventory_item_ids, location_ids }` of the rows,
 * in the order of n, and truestock_write_stock's arrays.
 *
 * Locks the deliveries by id, then the levels, then the items whose cost is told.
 */
export function receiveFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_receive(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       r record;
       v_items text[]; v_locations text[]; v_quantities numeric[]; v_incoming numeric[]; v_because jsonb[];
       v_costs numeric[]; v_currencies text[];
     begin
       perform from ${s}.incoming_stock i where i.id = any(array(select incoming_id from ${ROWS}))
         order by i.id for update;
       for r in
         select k.n, k.quantity, k.incoming_id, k.because, i.id, i.status, i.closed_at,
           i.quantity - i.received_quantity as remaining,
           k.inventory_item_id as given_item, k.location_id as given_location,
           coalesce(i.inventory_item_id, k.inventory_item_id) as item, coalesce(i.location_id, k.location_id) as location,
           case when k.unit_cost is null then i.unit_cost else k.unit_cost end as cost,
           case when k.unit_cost is null then i.currency_code else k.currency_code end as currency
         from ${ROWS} left join ${s}.incoming_stock i on i.id = k.incoming_id
         order by k.n
       loop
         if r.incoming_id is not null then
           ${judgeDelivery(s)}
         end if;
         v_items := array_append(v_items, r.item);
         v_locations := array_append(v_locations, r.location);
         v_quantities := array_append(v_quantities, r.quantity);
         v_incoming := array_append(v_incoming, case when r.incoming_id is not null then -r.quantity end);
         v_costs := array_append(v_costs, r.cost);
         v_currencies := array_append(v_currencies, r.currency);
         v_because := array_append(v_because, r.because);
       end loop;
       perform ${s}.truestock_once_per_level(v_items, v_locations);

       update ${s}.incoming_stock i set received_quantity = i.received_quantity + k.quantity,
         status = case when i.received_quantity + k.quantity = i.quantity then 'received' else 'expected' end,
         closed_at = case when i.received_quantity + k.quantity = i.quantity then ${s}.truestock_now() end,
         updated_at = now()
       from ${ROWS} where i.id = k.incoming_id;
       perform ${s}.truestock_lock_for(v_items, v_locations);
       perform ${s}.truestock_note_costs(v_items, v_quantities, v_costs, v_currencies);
       return jsonb_build_object('inventory_item_ids', v_items, 'location_ids', v_locations)
         || ${s}.truestock_move_stock(v_items, v_locations, v_quantities, v_incoming,
           '{"kind": "receive"}' || (input -> 'because'), v_because);
     end`
  )
}

/** truestock_once_per_level: two rows about one level, as deliveries may hide it, are refused. */
export function oncePerLevelFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_once_per_level(items text[], locations text[])`,
    "void",
    BY_INDEX,
    `declare r record;
     begin
       select min(n) as one, max(n) as another, item, location into r
       from unnest(items, locations) with ordinality as k(item, location, n)
       group by item, location having count(*) > 1 limit 1;
       if found then
         perform ${s}.truestock_complain('duplicate_row', format(
           'Rows %s and %s are both about item %s at location %s. Receive them one after the other.',
           r.one - 1, r.another - 1, r.item, r.location));
       end if;
     end`
  )
}
