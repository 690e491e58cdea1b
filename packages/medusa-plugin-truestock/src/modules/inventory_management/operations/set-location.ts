import { BY_INDEX, plpgsql } from "../guard/function-text"

/**
 * truestock_set_location: `{ location_id, change: { code?, kind?, is_active?, priority?, backup_for? } }`. What is not
 * named stays. Answers `{ previous }`: what the named fields said before.
 *
 * Nobody else has the code: neither another location (the unique index has the last word, whoever writes), nor one that
 * Medusa has deleted, which loses its own. Backups never go in circles.
 *
 * Locks: the profiles (one advisory lock of this transaction for all of them: a circle is made of several rows), then the
 * rows that it writes. No level.
 */
export function setLocationFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_set_location(input jsonb)`,
    "jsonb",
    BY_INDEX,
    `declare
       v_location text := input ->> 'location_id';
       v_change jsonb := input -> 'change';
       v_backup_for text := v_change ->> 'backup_for';
       v_before jsonb;
       v_after jsonb;
       v_constraint text;
     begin
       perform pg_advisory_xact_lock(hashtextextended('truestock.locations', 0));
       if not exists (select from ${s}.stock_location where id = v_location and deleted_at is null) then
         perform ${s}.truestock_complain('location_not_found', format('There is no stock location %s.', v_location));
       end if;
       if v_backup_for is not null then
         perform ${s}.truestock_assert_backup(v_location, v_backup_for);
       end if;
       update ${s}.inventory_location i set code = null, updated_at = now()
       where i.code = v_change ->> 'code' and i.deleted_at is null and not exists (
         select from ${s}.stock_location l where l.id = i.location_id and l.deleted_at is null);

       v_before := jsonb_build_object('code', null, 'kind', 'warehouse', 'is_active', true, 'priority', 0,
         'backup_for', null) || coalesce((select to_jsonb(i) from ${s}.inventory_location i
           where i.location_id = v_location and i.deleted_at is null), '{}');
       v_after := v_before || v_change;
       begin
         insert into ${s}.inventory_location as i (id, location_id, code, kind, is_active, priority, backup_for)
         values ('iloc_' || replace(gen_random_uuid()::text, '-', ''), v_location, v_after ->> 'code', v_after ->> 'kind',
           (v_after ->> 'is_active')::boolean, (v_after ->> 'priority')::integer, v_after ->> 'backup_for')
         on conflict (location_id) where deleted_at is null do update set code = excluded.code, kind = excluded.kind,
           is_active = excluded.is_active, priority = excluded.priority, backup_for = excluded.backup_for,
           updated_at = now();
       exception when unique_violation then
         get stacked diagnostics v_constraint = constraint_name;
         if v_constraint <> 'IDX_inventory_location_code' then raise; end if;
         perform ${s}.truestock_complain('duplicate_location_code',
           format('Another location has the code %s already. Use a code of its own.', to_jsonb(v_after ->> 'code')));
       end;
       return jsonb_build_object('previous', (
         select jsonb_object_agg(name, v_before -> name) from jsonb_object_keys(v_change) as name));
     end`
  )
}

/** truestock_assert_backup: a location may be the backup of another one that there is, and that is not its own backup. */
export function assertBackupFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_assert_backup(location text, primary_location text)`,
    "void",
    BY_INDEX,
    `#variable_conflict use_variable
     begin
       if location = primary_location then
         perform ${s}.truestock_complain('invalid_backup',
           format('Location %s cannot be the backup of itself. Name another one.', location));
       end if;
       if not exists (select from ${s}.stock_location where id = primary_location and deleted_at is null) then
         perform ${s}.truestock_complain('invalid_backup',
           format('There is no stock location %s to be the backup of.', primary_location));
       end if;
       if exists (
         with recursive above as (
           select primary_location as id
           union
           select i.backup_for from above join ${s}.inventory_location i
             on i.location_id = above.id and i.deleted_at is null and i.backup_for is not null
         )
         select from above where above.id = location
       ) then
         perform ${s}.truestock_complain('invalid_backup', format(
           'Location %s is, directly or through others, a backup of %s. End that first: backups cannot go in circles.',
           primary_location, location));
       end if;
     end`
  )
}
