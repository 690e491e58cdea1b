import { BY_INDEX, guardMode, plpgsql, rawOf } from "./function-text"

/** How far backorders may take an item that no variant uses: as far as the plugin's default allows. */
const defaultFloor = (s: string) =>
  `coalesce(-(select default_backorder_limit from ${s}.inventory_settings), '-Infinity')`

const levelsOf = (s: string, deleted: "null" | "not null") => `
  select l.id from unnest(items, locations) as k(item, location)
  join ${s}.inventory_level l on l.inventory_item_id = k.item and l.location_id is not distinct from k.location
  and l.deleted_at is ${deleted}`

/**
 * truestock_promise: what a change of reservations means for the levels. Called by the triggers on
 * reservation_item, once per statement, with one entry per touched (item, location), in that order:
 *   deltas      by how much the live reservations changed
 *   firm        by how much demand grew that must be covered by stock (net; negative = it fell)
 *   backorder   by how much demand grew that may go below zero, down to the floor
 *   lines       whose they are, a JSON array of { line, reservation }: the line item, and the reservation if it is new;
 *               empty for units that are nobody's, and of which there was no hold
 *
 * 1. Locks the levels (truestock_lock_levels).
 * 2. Turns holds into these reservations (truestock_take_holds), or back where an order cannot be placed
 *    (truestock_reopen_holds).
 * 3. Judges, in a statement after the lock (truestock_judge).
 * 4. Keeps reserved_quantity by the deltas: a sum over the reservations would be taken under the hottest lock.
 *
 * reserved - drift is the sum of the live reservations, whatever reserved_quantity was when we came.
 */
export function promiseFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_promise(items text[], locations text[], deltas numeric[], firm numeric[],
      backorder numeric[], lines jsonb[])`,
    "void",
    `${BY_INDEX} set lock_timeout = '5s'`,
    `declare
       v_mode text := ${guardMode(s)};
       v_context jsonb := nullif(current_setting('truestock.context', true), '')::jsonb;
       v_is_somebodys boolean := exists (select from unnest(lines) as of_level(lines) where of_level.lines <> '[]');
       v_taken numeric[];
       v_since timestamptz[];
     begin
       perform ${s}.truestock_lock_levels(items, locations, deltas);
       if v_context -> 'gives_back_holds' = 'true' then
         perform ${s}.truestock_reopen_holds(items, deltas, lines);
       elsif v_is_somebodys and v_context -> 'is_compensation' is distinct from 'true'
         and exists (select from ${s}.inventory_hold where ended_at is null) then
         select taken, since into v_taken, v_since from ${s}.truestock_take_holds(items, locations, lines);
       end if;
       if v_mode <> 'off' and v_context -> 'is_compensation' is distinct from 'true' then
         perform ${s}.truestock_judge(items, locations, deltas, firm, backorder, v_taken, v_since, v_mode);
       end if;

       if v_mode = 'off' then
         update ${s}.level_guard g set drift = g.drift - k.delta
         from unnest(items, locations, deltas) as k(item, location, delta)
         join ${s}.inventory_level l on l.inventory_item_id = k.item and l.location_id is not distinct from k.location
           and l.deleted_at is null
         where g.level_id = l.id and k.delta <> 0;
         return;
       end if;

       perform set_config('truestock.write', 'promise', true);
       update ${s}.inventory_level l
       set reserved_quantity = l.reserved_quantity + k.delta,
           raw_reserved_quantity = ${rawOf("l.reserved_quantity + k.delta")},
           updated_at = now()
       from unnest(items, locations, deltas) as k(item, location, delta)
       where l.inventory_item_id = k.item and l.location_id is not distinct from k.location and l.deleted_at is null and k.delta <> 0;
       perform set_config('truestock.write', '', true);

       if not v_is_somebodys then return; end if;
       insert into ${s}.stock_movement_reference (movement_id, type, reference_id)
       select (select max(m.id) from ${s}.stock_movement m where m.level_id = l.id), 'line_item', line ->> 'line'
       from unnest(items, locations, deltas, lines) as k(item, location, delta, lines)
       join ${s}.inventory_level l on l.inventory_item_id = k.item and l.location_id is not distinct from k.location
         and l.deleted_at is null
       cross join lateral jsonb_array_elements(k.lines) as line
       where k.delta <> 0 and line ->> 'line' is not null
       on conflict do nothing;
     end`
  )
}

/**
 * truestock_lock_levels: locks levels, deleted ones too, in (item, location) order: whoever restores one waits for us.
 * Live and deleted ones are looked up apart, each by an index that holds only them. What is not known of a level yet,
 * because nobody has touched it since we came, is counted now. deltas: what the caller's statement has changed in the
 * reservations already and reserved_quantity does not say yet.
 */
export function lockLevelsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_lock_levels(items text[], locations text[], deltas numeric[])`,
    "void",
    BY_INDEX,
    `begin
       perform 1 from ${s}.inventory_level l
         where l.id = any(array(${levelsOf(s, "null")} union all ${levelsOf(s, "not null")}))
         order by l.inventory_item_id, l.location_id, l.id
         for update of l;

       if not exists (
         select from unnest(items, locations) as k(item, location)
         join ${s}.inventory_level l on l.inventory_item_id = k.item and l.location_id is not distinct from k.location
         and l.deleted_at is null
         left join ${s}.level_guard g on g.level_id = l.id
         where g.drift is null
       ) then return; end if;

       perform ${s}.truestock_open_levels(array_agg(l.id), array_agg(k.delta))
         from unnest(items, locations, deltas) as k(item, location, delta)
         join ${s}.inventory_level l on l.inventory_item_id = k.item and l.location_id is not distinct from k.location
         and l.deleted_at is null
         left join ${s}.level_guard g on g.level_id = l.id
         where g.level_id is null
         having count(*) > 0;
       update ${s}.level_guard g set drift = l.reserved_quantity + k.delta
         - ${s}.truestock_live_reservations(l.inventory_item_id, l.location_id)
       from unnest(items, locations, deltas) as k(item, location, delta)
       join ${s}.inventory_level l on l.inventory_item_id = k.item and l.location_id is not distinct from k.location
         and l.deleted_at is null
       where g.level_id = l.id and g.drift is null;
     end`
  )
}

/**
 * truestock_judge: refuses, of levels that the caller has locked, what is not there: stocked - reserved - what others
 * hold. To be asked in a statement after the lock, or it would judge what it saw before it waited. What does not grow
 * is never refused.
 *
 * taken, since: units that the caller held until now, and since when (null = none). Who takes no more than that stands
 * before whoever came later: when stock has fallen below what is held, the first ones get it, and not nobody.
 */
export function judgeFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_judge(items text[], locations text[], deltas numeric[], firm numeric[], backorder numeric[],
      taken numeric[], since timestamptz[], mode text)`,
    "void",
    BY_INDEX,
    `declare
       v_now timestamptz := ${s}.truestock_now();
       r record;
       v_after numeric;
       v_code text;
     begin
       for r in
         select k.*, l.id, l.stocked_quantity - l.reserved_quantity + g.drift - (
             select coalesce(sum(h.quantity), 0) from ${s}.inventory_hold h
             where h.inventory_item_id = k.item and h.location_id = k.location and h.ended_at is null
               and h.expires_at > v_now
               and (k.taken is null or k.firm + k.backorder > k.taken or h.created_at < k.since)
           ) as available,
           exists (select from ${s}.inventory_location i
             where i.location_id = k.location and not i.is_active and i.deleted_at is null) as is_inactive
         from unnest(items, locations, deltas, firm, backorder, taken, since)
           as k(item, location, delta, firm, backorder, taken, since)
         left join ${s}.inventory_level l
           on l.inventory_item_id = k.item and l.location_id is not distinct from k.location and l.deleted_at is null
         left join ${s}.level_guard g on g.level_id = l.id
         where k.firm + k.backorder > 0
       loop
         v_after := r.available - r.delta;
         v_code := case
           when r.id is null then 'unknown_level'
           when r.is_inactive then 'inactive_location'
           when r.firm > 0 and v_after + greatest(r.backorder, 0) < 0 then 'insufficient_inventory'
           when r.backorder > 0 and v_after < 0 and v_after < coalesce(${s}.truestock_floor(r.item, r.location), ${defaultFloor(s)})
             then 'insufficient_inventory'
         end;
         if v_code is not null then
           perform ${s}.truestock_refuse(v_code, mode, r.item, r.location, r.firm + r.backorder, r.available);
         end if;
       end loop;
     end`
  )
}

/**
 * truestock_refuse: ends the statement, or in mode `observe` notes that it would have. SQLSTATE 40001 is what Medusa
 * answers with 409; hint = the code, detail = the figures as JSON (lock-first turns them into core's own words).
 */
export function refuseFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_refuse(code text, mode text, item text, location text, requested numeric, available numeric)`,
    "void",
    BY_INDEX,
    `declare
       v_what text := format('item %s at location %s', item, location);
       v_context jsonb := nullif(current_setting('truestock.context', true), '')::jsonb;
     begin
       if mode = 'observe' then
         insert into ${s}.guard_observation
           (code, inventory_item_id, location_id, requested, available, correlation_id)
         values (code, item, location, requested, available, v_context ->> 'correlation_id');
         return;
       end if;
       raise exception using
         errcode = case code when 'invalid_quantity' then '22023' else '40001' end,
         hint = code,
         detail = json_build_object('inventory_item_id', item, 'location_id', location,
           'requested', requested::text, 'available', available::text)::text,
         message = case code
           when 'insufficient_inventory' then
             format('Insufficient inventory: %s requested, %s available of %s', requested, available, v_what)
           when 'inactive_location' then format('Nothing can be promised of %s: the location is inactive', v_what)
           when 'unknown_level' then format('Nothing can be promised of %s: there is no such level', v_what)
           when 'invalid_quantity' then format('A reservation of %s units of %s makes no sense', requested, v_what)
           else code end;
     end`
  )
}

/**
 * truestock_floor: how far below zero promises with allow_backorder may take a level. The strictest limit among the
 * variants that use the item and allow backorder, in units of the item; 0 when none allows it; -Infinity when there
 * is no limit; null when no variant uses the item. Read when it is needed, which is rare (available below zero), so that it is never stale.
 */
export function floorFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_floor(item text, location text)`,
    "numeric",
    BY_INDEX,
    `declare
       v_default numeric := (select default_backorder_limit from ${s}.inventory_settings);
     begin
       return (
         select case
           when count(*) = 0 then null
           when not bool_or(v.allow_backorder) then 0
           else max(coalesce(-coalesce(p.backorder_limit, v_default) * i.required_quantity, '-Infinity'))
             filter (where v.allow_backorder) end
         from ${s}.product_variant_inventory_item i
         join ${s}.product_variant v on v.id = i.variant_id and v.deleted_at is null
         left join lateral (
           select p.backorder_limit from ${s}.availability_policy p
           where p.product_id = v.product_id and p.deleted_at is null and p.backorder_limit is not null
             and (p.variant_id is null or p.variant_id = v.id)
             and (p.location_id is null or p.location_id = location)
           order by p.location_id nulls last, p.variant_id nulls last
           limit 1
         ) p on true
         where i.inventory_item_id = item and i.deleted_at is null
       );
     exception when undefined_column or undefined_table then
       return '-Infinity';
     end`
  )
}
