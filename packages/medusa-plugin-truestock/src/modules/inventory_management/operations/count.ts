import { BY_INDEX, plpgsql } from "../guard/function-text"

/*
 * A stock take: open -> posted, or cancelled. A line keeps what the books said at the moment at which it was counted;
 * posting adds the difference, so that what was sold or received since stays as it is. All lock the count; posting then
 * locks the levels that differ, in (item, location) order.
 */

/** The count, locked and open, as record `c`. */
const lockOpen = (s: string) => `
  select * into c from ${s}.stock_count where id = input ->> 'id' for update;
  if not found then
    perform ${s}.truestock_complain('count_not_found', format('There is no stock count %s.', input ->> 'id'));
  elsif c.status <> 'open' then
    perform ${s}.truestock_complain('count_closed', format('Stock count %s was %s at %s. Open a new one.',
      c.id, c.status, to_json(c.closed_at) #>> '{}'));
  end if;`

/** truestock_count_json: a count as it is answered: how many lines, how many differ, and by how much. */
export function countJsonFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_count_json(id text)`,
    "jsonb",
    BY_INDEX,
    `#variable_conflict use_variable
     begin
       return (
         select jsonb_build_object('id', c.id, 'location_id', c.location_id, 'status', c.status, 'note', c.note,
           'closed_at', c.closed_at, 'created_by', c.created_by, 'created_at', c.created_at, 'updated_at', c.updated_at)
           || (select jsonb_build_object('counted_lines', count(*),
               'differing_lines', count(*) filter (where l.counted_quantity <> l.expected_quantity),
               'found_quantity', coalesce(sum(greatest(l.counted_quantity - l.expected_quantity, 0)), 0),
               'missing_quantity', coalesce(sum(greatest(l.expected_quantity - l.counted_quantity, 0)), 0))
             from ${s}.stock_count_line l where l.count_id = c.id)
         from ${s}.stock_count c where c.id = id
       );
     end`
  )
}

/** truestock_open_count: `{ id, location_id, note?, created_by? }`. */
export function openCountFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_open_count(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `begin
       if not exists (select from ${s}.stock_location o where o.id = input ->> 'location_id' and o.deleted_at is null) then
         perform ${s}.truestock_complain('unknown_location', format('There is no stock location %s.', input ->> 'location_id'));
       end if;
       insert into ${s}.stock_count (id, location_id, note, created_by)
       values (input ->> 'id', input ->> 'location_id', input ->> 'note', input ->> 'created_by');
       return ${s}.truestock_count_json(input ->> 'id');
     end`
  )
}

/**
 * truestock_enter_count: `{ id, lines: [{ inventory_item_id, counted_quantity }], counted_by? }`. An item that was counted
 * before is counted anew, against the books of now; counted_quantity null takes its line away.
 */
export function enterCountFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_enter_count(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       c record;
       v_missing text;
     begin
       ${lockOpen(s)}
       select k.inventory_item_id into v_missing from jsonb_to_recordset(input -> 'lines') as k(inventory_item_id text)
         where not exists (select from ${s}.inventory_item i where i.id = k.inventory_item_id and i.deleted_at is null)
         limit 1;
       if found then
         perform ${s}.truestock_complain('item_not_found', format('There is no inventory item %s.', v_missing));
       end if;
       delete from ${s}.stock_count_line l
       using jsonb_to_recordset(input -> 'lines') as k(inventory_item_id text, counted_quantity numeric)
       where l.count_id = c.id and l.inventory_item_id = k.inventory_item_id and k.counted_quantity is null;
       insert into ${s}.stock_count_line as l (count_id, inventory_item_id, counted_quantity, expected_quantity, counted_by)
       select c.id, k.inventory_item_id, k.counted_quantity, coalesce((
           select v.stocked_quantity from ${s}.inventory_level v where v.inventory_item_id = k.inventory_item_id
             and v.location_id is not distinct from c.location_id and v.deleted_at is null limit 1), 0), input ->> 'counted_by'
       from jsonb_to_recordset(input -> 'lines') as k(inventory_item_id text, counted_quantity numeric)
       where k.counted_quantity is not null
       on conflict (count_id, inventory_item_id) do update set counted_quantity = excluded.counted_quantity,
         expected_quantity = excluded.expected_quantity, counted_by = excluded.counted_by, counted_at = clock_timestamp();
       update ${s}.stock_count k set updated_at = now() where k.id = c.id;
       return ${s}.truestock_count_json(c.id);
     end`
  )
}

/**
 * truestock_post_count: `{ id }`. What was found or is missing is a fact: it is accepted also where less is left than is
 * promised (a shortfall is on record then). Refused where the books have fallen since by so much that fewer than none
 * would be left: count that item again.
 */
export function postCountFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_post_count(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare c record;
     begin
       ${lockOpen(s)}
       perform ${s}.truestock_move_stock(array_agg(l.inventory_item_id), array_agg(c.location_id),
         array_agg(l.counted_quantity - l.expected_quantity), array_agg(null::numeric),
         jsonb_build_object('kind', 'count', 'reason', 'count', 'note', c.note, 'reference_type', 'count',
           'reference_id', c.id), null, true)
       from ${s}.stock_count_line l where l.count_id = c.id and l.counted_quantity <> l.expected_quantity
       having count(*) > 0;
       update ${s}.stock_count k set status = 'posted', closed_at = ${s}.truestock_now(), updated_at = now()
       where k.id = c.id;
       return ${s}.truestock_count_json(c.id);
     end`
  )
}

/** truestock_cancel_count: `{ id }`. Nothing comes of it. */
export function cancelCountFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_cancel_count(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare c record;
     begin
       ${lockOpen(s)}
       update ${s}.stock_count k set status = 'cancelled', closed_at = ${s}.truestock_now(), updated_at = now()
       where k.id = c.id;
       return ${s}.truestock_count_json(c.id);
     end`
  )
}
