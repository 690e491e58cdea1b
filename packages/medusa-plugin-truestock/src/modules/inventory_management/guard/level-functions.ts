import { LARGEST_QUANTITY } from "../rules/demand"
import { BY_INDEX, guardMode, plpgsql, rawOf } from "./function-text"

/* The trigger on inventory_level that keeps reserved_quantity ours, and what is known of it: drift and shortfalls. */

export function levelFunctions(s: string): Record<string, string> {
  return {
    // Row by row, so it has nothing of its own but the comparisons: the rest is asked for when they differ. Ours and
    // a repair's reserved_quantity are taken as they are.
    truestock_level_row: plpgsql(
      `${s}.truestock_level_row()`,
      "trigger",
      "",
      `begin
         if not (new.stocked_quantity < ${LARGEST_QUANTITY} and new.stocked_quantity > -${LARGEST_QUANTITY})
           and (tg_op = 'INSERT' or new.stocked_quantity is distinct from old.stocked_quantity) then
           perform ${s}.truestock_refuse_stock(new.inventory_item_id, new.location_id, new.stocked_quantity);
         end if;
         if tg_op = 'UPDATE' and new.reserved_quantity is not distinct from old.reserved_quantity
           and (new.deleted_at is null) = (old.deleted_at is null)
           and (new.inventory_item_id, new.location_id) = (old.inventory_item_id, old.location_id) then
           return new;
         end if;
         if nullif(current_setting('truestock.write', true), '') is null then
           new.reserved_quantity := ${s}.truestock_reserved(new.reserved_quantity,
             case when tg_op = 'UPDATE' and old.deleted_at is null
               and (new.inventory_item_id, new.location_id) = (old.inventory_item_id, old.location_id)
               then old.reserved_quantity end,
             new.inventory_item_id, new.location_id, new.deleted_at is null);
         end if;
         new.raw_reserved_quantity := ${rawOf("new.reserved_quantity")};
         return new;
       exception when undefined_column then
         return new;
       end`
    ),

    // NaN and infinity are no stock: every promise would be covered.
    truestock_refuse_stock: plpgsql(
      `${s}.truestock_refuse_stock(item text, location text, stocked numeric)`,
      "void",
      "",
      `begin
         raise exception using errcode = '22023', hint = 'invalid_quantity',
           message = format('A stock of %s units of item %s at location %s makes no sense', stocked, item, location);
       end`
    ),

    // What reserved_quantity is to be where somebody else writes it. Core's literal, computed from what it read
    // before, is discarded; a level that comes (created, restored, moved) starts with what is promised of it.
    truestock_reserved: plpgsql(
      `${s}.truestock_reserved(wanted numeric, before numeric, item text, location text, is_live boolean)`,
      "numeric",
      BY_INDEX,
      `begin
         if not is_live or ${guardMode(s)} = 'off' then return wanted; end if;
         return coalesce(before, ${s}.truestock_live_reservations(item, location));
       end`,
      "anybody" // asked by the trigger above, which runs with its writer's rights
    ),

    // Asked per level, so it says the least that keeps its plan good: more settings would cost more than the look-up.
    truestock_live_reservations: plpgsql(
      `${s}.truestock_live_reservations(item text, location text)`,
      "numeric",
      "set enable_seqscan = off",
      `begin
         return (select coalesce(sum(r.quantity), 0) from ${s}.reservation_item r
           where r.inventory_item_id = item and r.location_id = location and r.deleted_at is null);
       end`
    ),

    // reserved_quantity changed by a repair, or by core in mode "off".
    truestock_drift: plpgsql(
      `${s}.truestock_drift(levels text[], deltas numeric[])`,
      "void",
      BY_INDEX,
      `begin
         update ${s}.level_guard g set drift = g.drift + k.delta
         from unnest(levels, deltas) as k(level_id, delta) where g.level_id = k.level_id;
       end`
    ),

    // Opens, changes or ends the shortfall of levels that this transaction holds.
    truestock_shortfall: plpgsql(
      `${s}.truestock_shortfall(levels text[])`,
      "void",
      BY_INDEX,
      `declare v_short text[];
       begin
         with judged as (
           select l.id, l.inventory_item_id, l.location_id,
             coalesce(${s}.truestock_floor(l.inventory_item_id, l.location_id), 0) - available as missing
           from unnest(levels) as k(level_id)
           join ${s}.inventory_level l on l.id = k.level_id and l.deleted_at is null
           join ${s}.level_guard g on g.level_id = l.id
           cross join lateral (select l.stocked_quantity - l.reserved_quantity + coalesce(g.drift,
             l.reserved_quantity - ${s}.truestock_live_reservations(l.inventory_item_id, l.location_id)) as available) a
           where available < 0
         ), open as (
           insert into ${s}.inventory_shortfall as f
             (level_id, inventory_item_id, location_id, quantity, raw_quantity)
           select id, inventory_item_id, location_id, missing, ${rawOf("missing")}
           from judged where missing > 0 order by id
           on conflict (level_id) where resolved_at is null do update
             set quantity = excluded.quantity, raw_quantity = excluded.raw_quantity, updated_at = clock_timestamp()
           returning f.level_id
         )
         select array_agg(level_id) into v_short from open;

         delete from ${s}.inventory_shortfall f where f.level_id = any(levels) and f.resolved_at is null
           and f.sent_at is null and f.claimed_until is null and f.level_id not in (select unnest(v_short));
         update ${s}.inventory_shortfall f set resolved_at = clock_timestamp(), updated_at = clock_timestamp()
         where f.level_id = any(levels) and f.resolved_at is null and f.level_id not in (select unnest(v_short));
       end`
    ),
  }
}
