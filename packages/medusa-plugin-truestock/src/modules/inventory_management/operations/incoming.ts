import { BY_INDEX, plpgsql } from "../guard/function-text"

const WHY = `'{"kind": "set"}'::jsonb`

/** A row of incoming_stock as it is answered. */
export const incomingJson = (i: string) => `jsonb_build_object('id', ${i}.id,
  'inventory_item_id', ${i}.inventory_item_id, 'location_id', ${i}.location_id, 'quantity', ${i}.quantity,
  'received_quantity', ${i}.received_quantity, 'remaining_quantity',
    case when ${i}.status = 'expected' then ${i}.quantity - ${i}.received_quantity else 0 end,
  'status', ${i}.status, 'expected_at', ${i}.expected_at, 'supplier', ${i}.supplier, 'note', ${i}.note,
  'unit_cost', ${i}.unit_cost, 'currency_code', ${i}.currency_code, 'closed_at', ${i}.closed_at,
  'created_by', ${i}.created_by, 'created_at', ${i}.created_at, 'updated_at', ${i}.updated_at)`

const because = (i: string) =>
  `jsonb_build_object('reference_type', 'incoming', 'reference_id', ${i}.id, 'note', ${i}.note)`

/**
 * truestock_expect: `{ rows: [{ id, inventory_item_id, location_id, quantity, expected_at?, supplier?, note?, unit_cost?,
 * currency_code?, created_by? }] }`. Deliveries that are expected; several may be of one level. Answers them.
 *
 * Locks the levels.
 */
export function expectFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_expect(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `begin
       insert into ${s}.incoming_stock (id, inventory_item_id, location_id, quantity, expected_at, supplier, note, unit_cost,
         currency_code, created_by)
       select id, inventory_item_id, location_id, quantity, expected_at, supplier, note, unit_cost, currency_code, created_by
       from jsonb_populate_recordset(null::${s}.incoming_stock, input -> 'rows');
       perform ${s}.truestock_move_stock(array_agg(item), array_agg(location), array_agg(0::numeric), array_agg(quantity),
         ${WHY}, array_agg(because))
       from (
         select i.inventory_item_id as item, i.location_id as location, sum(i.quantity) as quantity,
           case when count(*) = 1 then min(${because("i")}::text)::jsonb end as because
         from jsonb_populate_recordset(null::${s}.incoming_stock, input -> 'rows') i group by 1, 2
       ) k;
       return (select jsonb_agg(${incomingJson("i")} order by k.n)
         from jsonb_array_elements(input -> 'rows') with ordinality as k(r, n)
         join ${s}.incoming_stock i on i.id = k.r ->> 'id');
     end`
  )
}

/** The delivery, locked and still expected, as record `i`. */
const lockExpected = (s: string) => `
  select * into i from ${s}.incoming_stock where id = input ->> 'id' for update;
  if not found then
    perform ${s}.truestock_complain('incoming_not_found', format('There is no incoming delivery %s.', input ->> 'id'));
  elsif i.status <> 'expected' then
    perform ${s}.truestock_complain('incoming_closed', format('Delivery %s is %s since %s and is not expected any more.',
      i.id, i.status, to_json(i.closed_at) #>> '{}'));
  end if;`

/**
 * truestock_change_incoming: `{ id, quantity?, expected_at?, supplier?, note? }`; what is not named stays, null clears.
 * The quantity cannot fall to what has come, or below it. Locks the delivery, then its level.
 */
export function changeIncomingFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_change_incoming(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       i record;
       n record;
       v_quantity numeric;
     begin
       ${lockExpected(s)}
       v_quantity := coalesce((input ->> 'quantity')::numeric, i.quantity);
       if v_quantity <= i.received_quantity then
         perform ${s}.truestock_complain('incoming_exceeded', format(
           'Of delivery %s %s units have come, so %s cannot be all that is expected. Cancel what is left of it instead.',
           i.id, i.received_quantity, v_quantity));
       end if;
       update ${s}.incoming_stock k set quantity = v_quantity, updated_at = now(),
         expected_at = case when input ? 'expected_at' then (input ->> 'expected_at')::timestamptz else k.expected_at end,
         supplier = case when input ? 'supplier' then input ->> 'supplier' else k.supplier end,
         note = case when input ? 'note' then input ->> 'note' else k.note end
       where k.id = i.id returning * into n;
       if v_quantity <> i.quantity then
         perform ${s}.truestock_move_stock(array[i.inventory_item_id], array[i.location_id], array[0::numeric],
           array[v_quantity - i.quantity], ${WHY}, array[${because("n")}]);
       end if;
       return ${incomingJson("n")};
     end`
  )
}

/** truestock_cancel_incoming: `{ id }`. What is left of it is not expected any more. Locks the delivery, then its level. */
export function cancelIncomingFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_cancel_incoming(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare i record;
     begin
       ${lockExpected(s)}
       perform ${s}.truestock_move_stock(array[i.inventory_item_id], array[i.location_id], array[0::numeric],
         array[i.received_quantity - i.quantity], ${WHY}, array[${because("i")}]);
       update ${s}.incoming_stock k set status = 'cancelled', closed_at = ${s}.truestock_now(), updated_at = now()
       where k.id = i.id returning * into i;
       return ${incomingJson("i")};
     end`
  )
}
