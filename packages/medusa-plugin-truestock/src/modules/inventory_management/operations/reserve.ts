import { BY_INDEX, guardMode, plpgsql, rawOf } from "../guard/function-text"
import { hasBackups } from "./backups"

/** The columns of a reservation, as an operation answers them; expires_at null = a reservation of core's, which does not expire. */
export const reservationJson = (row: string, expiresAt: string, heldUntil: string) => `jsonb_build_object(
  'id', ${row}.id, 'inventory_item_id', ${row}.inventory_item_id, 'location_id', ${row}.location_id,
  'quantity', ${row}.quantity, 'line_item_id', ${row}.line_item_id, 'allow_backorder', coalesce(${row}.allow_backorder, false),
  'description', ${row}.description, 'external_id', ${row}.external_id, 'created_by', ${row}.created_by,
  'metadata', ${row}.metadata, 'expires_at', ${expiresAt}, 'latest_expires_at', ${heldUntil}, 'created_at', ${row}.created_at)`

const LINES = `jsonb_to_recordset(input -> 'lines') as k(id text, inventory_item_id text, location_id text,
  quantity numeric, line_item_id text, allow_backorder boolean, expires_at timestamptz, ttl_seconds numeric,
  most_seconds numeric, cart_id text, token text, description text, external_id text, created_by text, metadata jsonb)`

const isHold = (line: string) => `(${line}.expires_at is not null or ${line}.ttl_seconds is not null)`

/**
 * truestock_reserve: `{ lines: [{ id, inventory_item_id, location_id, quantity, expires_at | ttl_seconds, ... }] }`,
 * all of them or none. A line that expires becomes a hold, any other a reservation of core's. Answers the
 * reservations in the order of the lines.
 *
 * A line whose location has backups goes to the first of them that covers it whole (truestock_place_lines, which locks
 * the levels of all lines first). `places`: those of the lines' locations, where the caller knows them already.
 *
 * Where there are holds among them, the levels of all lines are locked first, in (item, location) order; then the
 * holds are judged, all lines of a level together, and written (truestock_reserve_holds). Then the reservations, for
 * which the guard locks the levels and judges, with these holds among what is held.
 */
export function reserveFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_reserve(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_has_holds boolean := input @? '$.lines[*] ? (@.expires_at != null || @.ttl_seconds != null)';
       v_places jsonb := input -> 'places';
       v_made jsonb;
     begin
       if v_places is null and ${hasBackups(s)} then
         v_places := ${s}.truestock_backups(input -> 'lines');
       end if;
       if v_places <> '{}' then
         input := jsonb_build_object('lines', ${s}.truestock_place_lines(
           ${s}.truestock_with_places(input -> 'lines', v_places)));
       end if;
       perform ${s}.truestock_assert_levels(input);
       if v_has_holds then perform ${s}.truestock_reserve_holds(input); end if;

       with made as (
         insert into ${s}.reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity, line_item_id,
           allow_backorder, description, external_id, created_by, metadata)
         select id, inventory_item_id, location_id, quantity, ${rawOf("quantity")}, line_item_id,
           coalesce(allow_backorder, false), description, external_id, created_by, metadata
         from ${LINES} where not ${isHold("k")}
         returning *
       )
       select jsonb_object_agg(made.id, ${reservationJson("made", "null", "null")}) into v_made from made;
       return (
         select jsonb_agg(coalesce(v_made -> (l.line ->> 'id'), (
           select ${reservationJson("h", "h.expires_at", "h.latest_expires_at")}
           from ${s}.inventory_hold h where h.id = l.line ->> 'id')) order by l.n)
         from jsonb_array_elements(input -> 'lines') with ordinality as l(line, n)
       );
     end`
  )
}

/** truestock_assert_levels: each line is about a level that there is. */
export function assertLevelsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_assert_levels(input jsonb)`,
    "void",
    BY_INDEX,
    `declare
       v_unknown record;
     begin
       select k.* into v_unknown from ${LINES}
       where not exists (select from ${s}.inventory_level l where l.inventory_item_id = k.inventory_item_id
         and l.location_id is not distinct from k.location_id and l.deleted_at is null)
       limit 1;
       if found then
         perform ${s}.truestock_complain('unknown_level', format('Item %s has no level at location %s. Create it first.',
           v_unknown.inventory_item_id, v_unknown.location_id));
       end if;
     end`
  )
}

/** truestock_reserve_holds: the lines that expire, of levels that are locked and judged here. */
export function reserveHoldsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_reserve_holds(input jsonb)`,
    "void",
    BY_INDEX,
    `declare
       v_now timestamptz;
       v_past timestamptz;
       v_items text[]; v_locations text[]; v_units numeric[]; v_firm numeric[]; v_backorder numeric[];
     begin
       perform ${s}.truestock_lock_levels(array_agg(item), array_agg(location), array_agg(0::numeric))
       from (select distinct inventory_item_id as item, location_id as location from ${LINES} order by 1, 2) levels;
       v_now := ${s}.truestock_now();

       select min(expires_at) into v_past from ${LINES} where expires_at <= v_now;
       if v_past is not null then
         perform ${s}.truestock_complain('invalid_expiry',
           format('A reservation cannot expire at %s, which is past. Use a later time.', to_json(v_past) #>> '{}'));
       end if;

       select array_agg(item), array_agg(location), array_agg(units), array_agg(firm), array_agg(backorder)
       into v_items, v_locations, v_units, v_firm, v_backorder
       from (
         select inventory_item_id as item, location_id as location, sum(quantity) as units,
           coalesce(sum(quantity) filter (where not coalesce(allow_backorder, false)), 0) as firm,
           coalesce(sum(quantity) filter (where allow_backorder), 0) as backorder
         from ${LINES} where ${isHold("k")}
         group by 1, 2 order by 1, 2
       ) demands;
       if ${guardMode(s)} <> 'off' then
         perform ${s}.truestock_judge(v_items, v_locations, v_units, v_firm, v_backorder, null, null, ${guardMode(s)});
       end if;

       insert into ${s}.inventory_hold (id, inventory_item_id, location_id, quantity, raw_quantity, allow_backorder,
         cart_id, line_item_id, token, description, external_id, created_by, metadata, expires_at, latest_expires_at,
         created_at)
       select id, inventory_item_id, location_id, quantity, ${rawOf("quantity")}, coalesce(allow_backorder, false),
         cart_id, line_item_id, token, description, external_id, created_by, metadata,
         coalesce(expires_at, v_now + make_interval(secs => ttl_seconds::float8)),
         v_now + make_interval(secs => most_seconds::float8), v_now
       from ${LINES} where ${isHold("k")};
     end`
  )
}
