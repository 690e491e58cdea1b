import { LARGEST_QUANTITY } from "../rules/demand"
import { columnsAreThere } from "./columns"
import { guardMode, IN_BULK, plpgsql, rawOf } from "./function-text"

/*
 * The triggers on reservation_item: they add up what a statement does to each (item, location), and hand it to
 * truestock_promise. A reservation is live while it is not deleted.
 */

/**
 * A fact: item, location, delta, growth, allow_backorder, line_item_id, new_id (see truestock_promise). new_id: of a
 * new reservation that may take the place of a hold.
 */
const hand = (s: string, facts: string) => `
  select array_agg(item), array_agg(location), array_agg(delta), array_agg(firm), array_agg(backorder),
    array_agg(lines)
  into v_items, v_locations, v_deltas, v_firm, v_backorder, v_lines
  from (
    select item, location, sum(delta) as delta,
      coalesce(sum(growth) filter (where not allow_backorder), 0) as firm,
      coalesce(sum(growth) filter (where allow_backorder), 0) as backorder,
      coalesce(jsonb_agg(distinct jsonb_build_object('line', line_item_id, 'reservation', new_id))
        filter (where line_item_id is not null or new_id is not null), '[]') as lines
    from (${facts}) facts
    group by item, location
    having sum(delta) <> 0 or sum(growth) <> 0
    order by item, location
  ) touched;
  if v_items is not null then
    perform ${s}.truestock_promise(v_items, v_locations, v_deltas, v_firm, v_backorder, v_lines);
  end if;
  return null;`

const trigger = (s: string, name: string, check: string, facts: string) =>
  plpgsql(
    `${s}.${name}()`,
    "trigger",
    IN_BULK,
    `declare
       v_items text[]; v_locations text[]; v_deltas numeric[]; v_firm numeric[]; v_backorder numeric[];
       v_lines jsonb[];
       bad record;
     begin
       if not (${columnsAreThere(s, "reservation_item", "inventory_level")}) then return null; end if;
       ${check}
       ${hand(s, facts)}
     end`
  )

/**
 * Quantities that promise nothing that exists, refused in every mode: one NaN would poison each sum it enters. Zero
 * is left to core: an order edit that leaves nothing to reserve writes such a row.
 */
const refuseNonsense = (s: string, rows: string, changed = "") => `
  select r.inventory_item_id, r.location_id, r.quantity into bad from ${rows}
  where r.deleted_at is null
    and (r.quantity < 0 or r.quantity >= ${LARGEST_QUANTITY} or (r.quantity = 0 and r.line_item_id is null))
    ${changed}
  limit 1;
  if found then
    perform ${s}.truestock_refuse('invalid_quantity', 'enforce', bad.inventory_item_id, bad.location_id,
      bad.quantity, null);
  end if;`

const allowed = (row: string) => `coalesce(${row}.allow_backorder, false)`

export function reservationFunctions(s: string): Record<string, string> {
  return {
    truestock_guard_insert: trigger(
      s,
      "truestock_guard_insert",
      refuseNonsense(s, "new_rows r"),
      `select r.inventory_item_id as item, r.location_id as location, r.quantity as delta, r.quantity as growth,
         ${allowed("r")} as allow_backorder, r.line_item_id,
         case when r.line_item_id is not null or exists (select from ${s}.inventory_hold h where h.id = r.id offset 0)
           then r.id end as new_id
       from new_rows r where r.deleted_at is null`
    ),
    // A reservation that is restored as it was has not grown. One that moves has grown by all of itself where it
    // arrives, and fallen by all of itself where it was; so has one whose id is changed.
    truestock_guard_update: trigger(
      s,
      "truestock_guard_update",
      refuseNonsense(
        s,
        `new_rows r left join old_rows o on o.id = r.id and o.deleted_at is null
           and (o.quantity, o.inventory_item_id, o.location_id) = (r.quantity, r.inventory_item_id, r.location_id)`,
        "and o.id is null"
      ),
      `select n.inventory_item_id as item, n.location_id as location,
         case when n.deleted_at is null then n.quantity else 0 end
           - case when o.deleted_at is null then coalesce(o.quantity, 0) else 0 end as delta,
         case when n.deleted_at is null then n.quantity - coalesce(o.quantity, 0)
           when o.deleted_at is null then -coalesce(o.quantity, 0) else 0 end as growth,
         ${allowed("n")} as allow_backorder, n.line_item_id, null as new_id
       from new_rows n left join old_rows o on o.id = n.id
         and (n.inventory_item_id, n.location_id) = (o.inventory_item_id, o.location_id)
       union all
       select o.inventory_item_id, o.location_id, -o.quantity, -o.quantity, ${allowed("o")}, o.line_item_id, null
       from old_rows o left join new_rows n on n.id = o.id
         and (n.inventory_item_id, n.location_id) = (o.inventory_item_id, o.location_id)
       where o.deleted_at is null and n.id is null`
    ),
    truestock_guard_delete: trigger(
      s,
      "truestock_guard_delete",
      "",
      `select o.inventory_item_id as item, o.location_id as location, -o.quantity as delta, -o.quantity as growth,
         ${allowed("o")} as allow_backorder, o.line_item_id, null as new_id
       from old_rows o where o.deleted_at is null`
    ),
    // Truncation tells no rows: what is promised is released before it. Levels whose books are not open are left
    // (their drift will say so), among them those that the same statement truncates.
    truestock_guard_truncate: plpgsql(
      `${s}.truestock_guard_truncate()`,
      "trigger",
      IN_BULK,
      `begin
         if not (${columnsAreThere(s, "reservation_item", "inventory_level")}) then return null; end if;
         perform 1 from ${s}.inventory_level order by inventory_item_id, location_id, id for update;
         if ${guardMode(s)} = 'off' then
           update ${s}.level_guard set drift = null;
           return null;
         end if;
         perform set_config('truestock.write', 'promise', true);
         update ${s}.inventory_level l set reserved_quantity = l.reserved_quantity - live.quantity,
           raw_reserved_quantity = ${rawOf("l.reserved_quantity - live.quantity")}
         from (
           select r.inventory_item_id, r.location_id, sum(r.quantity) as quantity
           from ${s}.reservation_item r where r.deleted_at is null
           group by r.inventory_item_id, r.location_id
         ) live
         where l.inventory_item_id = live.inventory_item_id and l.location_id = live.location_id
           and l.deleted_at is null and l.id in (select level_id from ${s}.level_guard);
         perform set_config('truestock.write', '', true);
         return null;
       end`
    ),
  }
}
