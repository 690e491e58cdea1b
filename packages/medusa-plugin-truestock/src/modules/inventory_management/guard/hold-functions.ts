import { BY_INDEX, plpgsql } from "./function-text"

/*
 * How a hold becomes a reservation, and comes back. Both are called by truestock_promise, under the lock of the levels
 * that the reservations are at; the holds' own rows are locked after those, by id.
 */

/**
 * truestock_holds_of: the live holds that belong to these reservations. A hold that was confirmed has its
 * reservation's id; the hold of a cart is known by the token that core has copied from the cart's line to the order's,
 * or, where a storefront has overwritten that, from the cart to the order.
 */
export function holdsOfFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_holds_of(lines jsonb)`,
    "table (id text, line text)",
    BY_INDEX,
    `#variable_conflict use_column
     begin
       return query
         select h.id, line ->> 'line'
         from jsonb_array_elements(lines) as line
         join ${s}.inventory_hold h on h.id = line ->> 'reservation' and h.ended_at is null
         where line ->> 'reservation' is not null;
       return query
         select h.id, o.id
         from jsonb_array_elements(lines) as line
         join ${s}.order_line_item o on o.id = line ->> 'line'
         cross join lateral (
           select o.metadata ->> 'truestock_hold' as token
           union
           select w.metadata ->> 'truestock_hold' from ${s}.order_item i join ${s}."order" w on w.id = i.order_id
           where i.item_id = o.id and i.deleted_at is null
         ) told
         join ${s}.inventory_hold h on h.token = told.token and h.ended_at is null
         where line ->> 'reservation' is not null;
     exception when undefined_table or undefined_column then
       return;
     end`
  )
}

/**
 * truestock_take_holds: ends the holds that these new reservations take the place of, wherever they are, and answers
 * per (item, location) how much was held there and since when. An expired hold is not taken: its units may be somebody
 * else's by now.
 */
export function takeHoldsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_take_holds(items text[], locations text[], lines jsonb[], out taken numeric[], out since timestamptz[])`,
    "record",
    BY_INDEX,
    `declare v_now timestamptz := ${s}.truestock_now();
     begin
       with mine as materialized (
         select h.id, min(held.line) as line
         from unnest(items, lines) as k(item, lines)
         cross join lateral ${s}.truestock_holds_of(k.lines) as held
         join ${s}.inventory_hold h on h.id = held.id and h.inventory_item_id = k.item
         where h.ended_at is null and h.expires_at > v_now
         group by h.id
       ), locked as materialized (
         select h.id from ${s}.inventory_hold h where h.id in (select id from mine) order by h.id for update
       ), ended as (
         update ${s}.inventory_hold h
         set ended_at = v_now, ended_as = 'confirmed', confirmed_line_id = mine.line, updated_at = now()
         from mine join locked on locked.id = mine.id
         where h.id = mine.id and h.ended_at is null and h.expires_at > v_now
         returning h.inventory_item_id, h.location_id, h.quantity, h.created_at
       )
       select array_agg(e.quantity order by k.n), array_agg(e.since order by k.n) into taken, since
       from unnest(items, locations) with ordinality as k(item, location, n)
       left join (
         select inventory_item_id, location_id, sum(quantity) as quantity, max(created_at) as since
         from ended group by inventory_item_id, location_id
       ) e on e.inventory_item_id = k.item and e.location_id = k.location;
     end`
  )
}

/**
 * truestock_reopen_holds: an order that is taken back by the workflow engine gives its units back to the cart that
 * held them, for as long as the hold would have lasted.
 */
export function reopenHoldsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_reopen_holds(items text[], deltas numeric[], lines jsonb[])`,
    "void",
    BY_INDEX,
    `begin
       update ${s}.inventory_hold h set ended_at = null, ended_as = null, confirmed_line_id = null, updated_at = now()
       where h.expires_at > ${s}.truestock_now() and h.ended_as = 'confirmed' and (h.inventory_item_id, h.confirmed_line_id) in (
         select k.item, line ->> 'line'
         from unnest(items, deltas, lines) as k(item, delta, lines)
         cross join lateral jsonb_array_elements(k.lines) as line
         where k.delta < 0);
     end`
  )
}
