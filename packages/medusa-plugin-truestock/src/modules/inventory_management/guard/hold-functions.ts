import { BY_INDEX, plpgsql } from "./function-text"

/*
 * How a hold becomes a reservation, and comes back. Both are called by truestock_promise, under the lock of the levels
 * that the reservations are at; the holds' own rows are locked after those, by id.
 *
 * A hold is looked up by its id (or token), for each row at hand, whatever the statistics say: they are those of a
 * moment ago, when perhaps nobody held anything, and what holds and lets go changes faster than they do. Joined as the
 * planner likes, ten thousand holds of one item would be read ten thousand times. So each look-up stands in a lateral
 * query that cannot be moved (`limit 1`, `offset 0`).
 */

/** Said so that no index of the open ones seems to answer it: it would be read whole instead of the one row. */
const isOpen = (hold: string) => `coalesce(${hold}.ended_at, 'infinity') = 'infinity'`

/**
 * truestock_holds_of: the live holds that belong to these reservations. A hold that was confirmed has its
 * reservation's id; the hold of a cart is known by the token that core has copied from the cart's line to the order's,
 * or, where a storefront has overwritten that, from the cart to the order. The lines of a cart share the token; what is
 * confirmed by its id takes its own hold, and leaves those of the other lines alone.
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
         cross join lateral (
           select h.id from ${s}.inventory_hold h where h.id = line ->> 'reservation' and ${isOpen("h")} limit 1
         ) h
         where line ->> 'reservation' is not null;
       return query
         select h.id, o.id
         from jsonb_array_elements(lines) as line
         cross join lateral (select o.* from ${s}.order_line_item o where o.id = line ->> 'line' limit 1) o
         cross join lateral (
           select o.metadata ->> 'truestock_hold' as token
           union
           select w.metadata ->> 'truestock_hold' from ${s}.order_item i join ${s}."order" w on w.id = i.order_id
           where i.item_id = o.id and i.deleted_at is null
         ) told
         cross join lateral (
           select h.id from ${s}.inventory_hold h where h.token = told.token and h.ended_at is null offset 0
         ) h
         where line ->> 'reservation' is not null
           and not exists (select from ${s}.inventory_hold own where own.id = line ->> 'reservation' offset 0);
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
    `declare
       v_now timestamptz := ${s}.truestock_now();
       v_ids text[];
       v_lines text[];
     begin
       select array_agg(mine.id order by mine.id), array_agg(mine.line order by mine.id) into v_ids, v_lines
       from (
         select h.id, min(held.line) as line
         from unnest(items, lines) as k(item, lines)
         cross join lateral ${s}.truestock_holds_of(k.lines) as held
         cross join lateral (
           select h.id from ${s}.inventory_hold h
           where h.id = held.id and h.inventory_item_id = k.item and ${isOpen("h")} and h.expires_at > v_now
           limit 1
         ) h
         group by h.id
       ) mine;
       if v_ids is null then return; end if;

       with locked as materialized (
         select h.id, mine.line from unnest(v_ids, v_lines) as mine(id, line)
         cross join lateral (select h.id from ${s}.inventory_hold h where h.id = mine.id for update) h
       ), ended as (
         update ${s}.inventory_hold h
         set ended_at = v_now, ended_as = 'confirmed', confirmed_line_id = locked.line, updated_at = now()
         from locked
         where h.id = locked.id and ${isOpen("h")} and h.expires_at > v_now
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
 * truestock_reopen_holds: an order that cannot be placed gives its units back to the cart that held them, for as long
 * as the hold would have lasted. Not where the cart has been given others meanwhile.
 */
export function reopenHoldsFunction(s: string): string {
  return plpgsql(
    `${s}.truestock_reopen_holds(items text[], deltas numeric[], lines jsonb[])`,
    "void",
    BY_INDEX,
    `begin
       update ${s}.inventory_hold h set ended_at = null, ended_as = null, confirmed_line_id = null, updated_at = now()
       where h.expires_at > ${s}.truestock_now() and h.ended_as = 'confirmed'
         and not exists (select from ${s}.inventory_hold other where other.cart_id = h.cart_id
           and other.line_item_id = h.line_item_id and other.inventory_item_id = h.inventory_item_id
           and other.ended_at is null)
         and (h.inventory_item_id, h.confirmed_line_id) in (
         select k.item, line ->> 'line'
         from unnest(items, deltas, lines) as k(item, delta, lines)
         cross join lateral jsonb_array_elements(k.lines) as line
         where k.delta < 0);
     end`
  )
}
