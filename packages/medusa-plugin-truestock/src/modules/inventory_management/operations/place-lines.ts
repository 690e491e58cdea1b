import { BY_INDEX, plpgsql } from "../guard/function-text"

const PLACED = `jsonb_to_recordset(lines) as k(id text, inventory_item_id text, location_id text, quantity numeric,
  line_item_id text, expires_at text, ttl_seconds text, places jsonb)`

/**
 * truestock_place_lines: decides for lines `[{ id?, inventory_item_id, location_id, quantity, line_item_id?,
 * allow_backorder?, places: [location_id, ...] }]` where each is reserved: whole, at the first of its places that
 * covers it, after the lines before it, and after those that have no choice. Where none does, a line that may be owed
 * goes to the first of its places that has a level, and any other stays. A line without places stays. Answers the lines.
 *
 * What covers is what the guard will judge by: stocked - reserved - what others hold, where whoever takes no more than
 * its own hold stands before those who came later. The guard has the last word.
 *
 * Locks the levels of all lines, at each of their places, in (item, location) order, and asks after that.
 */
export function placeLinesFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_place_lines(lines jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_own text[];
       v_wanted jsonb;
       v_placed jsonb[];
       v_line jsonb;
       v_place text;
       v_level text;
     begin
       perform ${s}.truestock_lock_levels(array_agg(item), array_agg(location), array_agg(0::numeric))
       from (
         select k.inventory_item_id as item, k.location_id as location from ${PLACED}
         union
         select k.inventory_item_id, place from ${PLACED} cross join lateral jsonb_array_elements_text(k.places) as place
         order by 1, 2
       ) levels;

       if jsonb_path_exists(lines, '$[*].line_item_id ? (@ != null)') then
         select array_agg(h.id) into v_own from ${s}.truestock_holds_of((
           select jsonb_agg(jsonb_build_object('line', k.line_item_id, 'reservation', coalesce(k.id, k.line_item_id)))
           from ${PLACED}
           where k.line_item_id is not null and k.expires_at is null and k.ttl_seconds is null)) h;
       end if;
       select coalesce(jsonb_object_agg(level, units), '{}') into v_wanted from (
         select jsonb_build_array(k.inventory_item_id, k.location_id)::text as level, sum(k.quantity) as units
         from ${PLACED} where k.places is null group by 1
       ) fixed;

       for v_line in select line from jsonb_array_elements(lines) with ordinality as k(line, n) order by n loop
         if v_line -> 'places' is not null then
           v_place := ${s}.truestock_first_place(v_line, v_own, v_wanted);
           v_line := v_line - 'places' || jsonb_build_object('location_id', coalesce(v_place, v_line ->> 'location_id'));
           v_level := jsonb_build_array(v_line -> 'inventory_item_id', v_line -> 'location_id')::text;
           v_wanted := v_wanted || jsonb_build_object(v_level,
             coalesce((v_wanted ->> v_level)::numeric, 0) + (v_line ->> 'quantity')::numeric);
         end if;
         v_placed := v_placed || v_line;
       end loop;
       return to_jsonb(v_placed);
     end`
  )
}

/**
 * truestock_first_place: the first of a line's places that covers it, of levels that the caller has locked; null = it
 * stays. own: holds that count for the line and not against it; wanted: units by level that are spoken for.
 */
export function firstPlaceFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_first_place(line jsonb, own text[], wanted jsonb)`,
    "text",
    BY_INDEX,
    `declare
       v_now timestamptz := ${s}.truestock_now();
     begin
       return (
         select k.place
         from jsonb_array_elements_text(line -> 'places') with ordinality as k(place, n)
         join ${s}.inventory_level l on l.inventory_item_id = line ->> 'inventory_item_id'
           and l.location_id is not distinct from k.place and l.deleted_at is null
         join ${s}.level_guard g on g.level_id = l.id
         cross join lateral (
           select (line ->> 'quantity')::numeric
             + coalesce((wanted ->> jsonb_build_array(l.inventory_item_id, k.place)::text)::numeric, 0) as units
         ) asked
         cross join lateral (
           select sum(h.quantity) as units, max(h.created_at) as since from unnest(own) as mine(id)
           join ${s}.inventory_hold h on h.id = mine.id and h.inventory_item_id = l.inventory_item_id
             and h.location_id = k.place and h.expires_at > v_now
         ) mine
         cross join lateral (
           select coalesce(sum(h.quantity), 0) as units from ${s}.inventory_hold h
           where h.inventory_item_id = l.inventory_item_id and h.location_id = k.place and h.ended_at is null
             and h.expires_at > v_now and (own is null or h.id <> all(own))
             and (mine.units is null or asked.units > mine.units or h.created_at < mine.since)
         ) others
         cross join lateral (
           select l.stocked_quantity - l.reserved_quantity + g.drift - others.units >= asked.units as is_enough
         ) covered
         where covered.is_enough or (line -> 'allow_backorder') = 'true'
         order by covered.is_enough desc, k.n
         limit 1
       );
     end`
  )
}
