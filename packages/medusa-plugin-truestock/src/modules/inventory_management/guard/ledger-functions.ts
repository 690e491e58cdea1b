import { columnsAreThere } from "./columns"
import { BY_INDEX, IN_BULK, plpgsql } from "./function-text"

/*
 * The triggers on inventory_level that write the ledger.
 *
 * What a level holds counts while the level is not deleted: deleting one takes its quantities off the books, and
 * restoring it puts them back. So every statement comes to the same difference per (level, item, location): what the
 * new row holds less what the old one held. A level that moves is gone from one place and has come to another.
 */

const held = (rows: string) => `
  select r.id, r.inventory_item_id, r.location_id,
    case when r.deleted_at is null then 1 else 0 end as live,
    case when r.deleted_at is null then r.stocked_quantity else 0 end as stocked,
    case when r.deleted_at is null then r.reserved_quantity else 0 end as reserved,
    case when r.deleted_at is null then r.incoming_quantity else 0 end as incoming
  from ${rows} r`

const NOTHING_HELD = `
  select null::text as id, null::text as inventory_item_id, null::text as location_id, null::int as live,
    null::numeric as stocked, null::numeric as reserved, null::numeric as incoming
  where false`

/**
 * The first touch of a level, met by the ledger: what the level held before this statement. Its drift is left to be
 * counted by the first promise: the same statement may have changed reservations, too.
 */
const openOld = (s: string) => `
  with fresh as (
    insert into ${s}.level_guard (level_id)
    select o.id from old_rows o
    left join lateral (select true as is_open from ${s}.level_guard g where g.level_id = o.id limit 1) g on true
    where g.is_open is null
    on conflict do nothing
    returning level_id
  )
  insert into ${s}.stock_movement (level_id, inventory_item_id, location_id, kind, stocked_delta, stocked_balance,
    reserved_delta, reserved_balance, incoming_delta, incoming_balance)
  select h.id, h.inventory_item_id, h.location_id, 'opening',
    h.stocked, h.stocked, h.reserved, h.reserved, h.incoming, h.incoming
  from (${held("old_rows")}) h
  where h.live = 1 and h.id in (select level_id from fresh);`

const record = (s: string, event: "insert" | "update" | "delete") => {
  const before = event === "insert" ? NOTHING_HELD : held("old_rows")
  const after = event === "delete" ? NOTHING_HELD : held("new_rows")
  return `
  with changed as (
    select id, inventory_item_id, location_id, coalesce(a.live, 0) - coalesce(b.live, 0) as live_delta,
      coalesce(a.stocked, 0) - coalesce(b.stocked, 0) as stocked_delta, coalesce(a.stocked, 0) as stocked,
      coalesce(a.reserved, 0) - coalesce(b.reserved, 0) as reserved_delta, coalesce(a.reserved, 0) as reserved,
      coalesce(a.incoming, 0) - coalesce(b.incoming, 0) as incoming_delta, coalesce(a.incoming, 0) as incoming
    from (${before}) b full join (${after}) a using (id, inventory_item_id, location_id)
    where (coalesce(a.live, 0), coalesce(a.stocked, 0), coalesce(a.reserved, 0), coalesce(a.incoming, 0))
      is distinct from (coalesce(b.live, 0), coalesce(b.stocked, 0), coalesce(b.reserved, 0), coalesce(b.incoming, 0))
  ), moved as (
    insert into ${s}.stock_movement (level_id, inventory_item_id, location_id, kind, reason, note,
      stocked_delta, stocked_balance, reserved_delta, reserved_balance, incoming_delta, incoming_balance,
      reference_type, reference_id, actor_type, actor_id, correlation_id)
    select id, inventory_item_id, location_id,
      case when live_delta > 0 then ${event === "insert" ? "'create'" : "'restore'"}
        when live_delta < 0 then 'delete'
        when v_write = 'repair' then 'repair'
        when v_write = 'promise' or (reserved_delta <> 0 and stocked_delta = 0 and incoming_delta = 0) then case when reserved_delta > 0 then 'reserve' else 'release' end
        else coalesce(v_context ->> 'kind', 'set') end,
      coalesce(v_by_level -> id, v_context) ->> 'reason', coalesce(v_by_level -> id, v_context) ->> 'note',
      stocked_delta, stocked, reserved_delta, reserved, incoming_delta, incoming,
      coalesce(v_by_level -> id, v_context) ->> 'reference_type', coalesce(v_by_level -> id, v_context) ->> 'reference_id',
      v_context ->> 'actor_type', v_context ->> 'actor_id', v_context ->> 'correlation_id'
    from changed
    order by id collate "C", live_delta
    returning level_id, kind, reserved_delta, stocked_balance, reserved_balance
  )
  select
    array_agg(level_id) filter (where kind in ('create', 'restore')),
    array_agg(level_id) filter (where kind not in ('create', 'restore', 'delete') and reserved_delta <> 0),
    array_agg(reserved_delta) filter (where kind not in ('create', 'restore', 'delete') and reserved_delta <> 0),
    array_agg(level_id) filter (where stocked_balance < reserved_balance
      or exists (select from ${s}.inventory_shortfall f where f.level_id = moved.level_id and f.resolved_at is null)
      or exists (select from ${s}.level_guard g where g.level_id = moved.level_id and g.drift <> 0)),
    array_agg(level_id) filter (where stocked_balance < reserved_balance
      or exists (select from ${s}.inventory_backorder b where b.level_id = moved.level_id and b.filled_at is null))
  into v_came, v_reserved, v_reserved_deltas, v_short, v_owing
  from moved;
  if v_came is not null then perform ${s}.truestock_level_came(v_came); end if;
  if v_reserved is not null and v_write is distinct from 'promise' then
    perform ${s}.truestock_drift(v_reserved, v_reserved_deltas);
  end if;
  if v_short is not null then perform ${s}.truestock_shortfall(v_short); end if;
  if v_owing is not null then insert into ${s}.backorder_change (level_id) select unnest(v_owing); end if;`
}

const trigger = (s: string, event: "insert" | "update" | "delete") =>
  plpgsql(
    `${s}.truestock_ledger_${event}()`,
    "trigger",
    IN_BULK,
    `declare
       v_context jsonb := nullif(current_setting('truestock.context', true), '')::jsonb;
       v_by_level jsonb := v_context -> 'by_level';
       v_write text := nullif(current_setting('truestock.write', true), '');
       v_came text[]; v_reserved text[]; v_reserved_deltas numeric[]; v_short text[];
       v_owing text[];
     begin
       -- A promise has looked for the columns, and has opened the books of its levels.
       if v_write is distinct from 'promise' then
         if not (${columnsAreThere(s, "inventory_level")}) then return null; end if;
         ${event === "insert" ? "" : openOld(s)}
       end if;
       ${record(s, event)}
       ${event === "delete" ? `delete from ${s}.level_guard where level_id = any(array(select id from old_rows));` : ""}
       return null;
     end`
  )

export function ledgerFunctions(s: string): Record<string, string> {
  return {
    truestock_ledger_insert: trigger(s, "insert"),
    truestock_ledger_update: trigger(s, "update"),
    truestock_ledger_delete: trigger(s, "delete"),

    // Truncation tells no rows: the books are closed before it.
    truestock_ledger_truncate: plpgsql(
      `${s}.truestock_ledger_truncate()`,
      "trigger",
      IN_BULK,
      `begin
         if not (${columnsAreThere(s, "inventory_level")}) then return null; end if;
         perform ${s}.truestock_open_levels(array_agg(id), null) from ${s}.inventory_level where deleted_at is null;
         insert into ${s}.stock_movement (level_id, inventory_item_id, location_id, kind, stocked_delta,
           stocked_balance, reserved_delta, reserved_balance, incoming_delta, incoming_balance)
         select id, inventory_item_id, location_id, 'delete', -stocked_quantity, 0, -reserved_quantity, 0,
           -incoming_quantity, 0
         from ${s}.inventory_level where deleted_at is null order by id;
         delete from ${s}.level_guard;
         delete from ${s}.inventory_shortfall where resolved_at is null and sent_at is null and claimed_until is null;
         update ${s}.inventory_shortfall set resolved_at = clock_timestamp() where resolved_at is null;
         return null;
       end`
    ),

    // The first touch of levels that the caller has locked. pending: what this statement has changed in the
    // reservations and reserved_quantity does not say yet.
    truestock_open_levels: plpgsql(
      `${s}.truestock_open_levels(levels text[], pending numeric[])`,
      "integer",
      BY_INDEX,
      `declare v_opened integer;
       begin
         with fresh as (
           insert into ${s}.level_guard (level_id, drift)
           select l.id, l.reserved_quantity - ${s}.truestock_live_reservations(l.inventory_item_id, l.location_id)
             + coalesce(k.pending, 0)
           from unnest(levels, pending) as k(level_id, pending)
           join ${s}.inventory_level l on l.id = k.level_id
           left join lateral (select true as is_open from ${s}.level_guard g where g.level_id = l.id limit 1) g on true
           where g.is_open is null and l.deleted_at is null
           on conflict do nothing
           returning level_id
         )
         insert into ${s}.stock_movement (level_id, inventory_item_id, location_id, kind, stocked_delta,
           stocked_balance, reserved_delta, reserved_balance, incoming_delta, incoming_balance)
         select l.id, l.inventory_item_id, l.location_id, 'opening', l.stocked_quantity, l.stocked_quantity,
           l.reserved_quantity, l.reserved_quantity, l.incoming_quantity, l.incoming_quantity
         from fresh join ${s}.inventory_level l on l.id = fresh.level_id;
         get diagnostics v_opened = row_count;
         return v_opened;
       end`
    ),

    // Levels that were created, restored or moved: their books are open from here, their drift is not known.
    truestock_level_came: plpgsql(
      `${s}.truestock_level_came(levels text[])`,
      "void",
      BY_INDEX,
      `begin
         insert into ${s}.level_guard (level_id) select level_id from unnest(levels) as k(level_id)
         on conflict (level_id) do update set drift = null where level_guard.drift is not null;
       end`
    ),

    truestock_immutable: plpgsql(
      `${s}.truestock_immutable()`,
      "trigger",
      "",
      `begin
         raise exception using errcode = 'TS001', hint = 'movement_immutable',
           message = format('%s of %s refused: a movement is never changed or removed. Record another movement instead.',
             tg_op, tg_table_name);
       end`
    ),
  }
}
